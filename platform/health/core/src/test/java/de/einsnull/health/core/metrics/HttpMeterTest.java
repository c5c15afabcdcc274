package de.einsnull.health.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.testkit.FakeMetrics;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operator sees from these numbers whether citizens are served. */
class HttpMeterTest {

    private final FakeMetrics metrics = new FakeMetrics();
    private final HttpMeter meter = new HttpMeter(metrics);

    @ParameterizedTest
    @CsvSource({"200, 2xx", "304, 3xx", "404, 4xx", "503, 5xx"})
    void countsByOutcome(int status, String outcome) throws Exception {
        serve(status, (request, response) -> assertThat(running()).isEqualTo(1));
        assertThat(metrics.timed("http.requests outcome " + outcome)).hasSize(1);
        assertThat(running()).isZero();
    }

    /** The status still says 200 while an exception passes; counted like that, a broken page would look well. */
    @Test
    void whatThrowsIsAFailureAndStillEnds() {
        assertThatThrownBy(() -> serve(200, (request, response) -> {
                    throw new IOException("broken");
                }))
                .hasMessage("broken");
        assertThat(metrics.timed("http.requests outcome 5xx")).hasSize(1);
        assertThat(metrics.timed("http.requests outcome 2xx")).isEmpty();
        assertThat(running()).isZero();
    }

    private double running() {
        return metrics.gauge("http.requests.running");
    }

    private void serve(int status, FilterChain chain) throws IOException, ServletException {
        var response = (HttpServletResponse) Proxy.newProxyInstance(
                HttpMeterTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> status);
        meter.doFilter(null, response, chain);
    }
}
