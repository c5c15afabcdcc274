package de.einsnull.security.gate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosedGateTest {

    private final ClosedGate gate = new ClosedGate();
    private final Map<String, Object> answer = new HashMap<>();
    private final StringWriter body = new StringWriter();
    private final AtomicBoolean passed = new AtomicBoolean();
    private final FilterChain chain = (request, response) -> passed.set(true);

    /** Else pages for staff would be open to everybody while the security bundle is updated. */
    @ParameterizedTest
    @CsvSource({"/parks/export, false", "/, false", "/healthy, false", "/health/ready, true", "/health/live, true"})
    void letsOnlyHealthThroughWhileNobodyChecks(String path, boolean through) throws Exception {
        gate.doFilter(request(path), response(), chain);

        assertThat(passed.get()).isEqualTo(through);
        if (!through) {
            assertThat(answer).containsEntry("status", 503).containsEntry("Retry-After", "5");
            assertThat(body.toString()).contains("in einigen Sekunden");
        }
    }

    @Test
    void letsEverythingThroughToTheFilterThatChecks() throws Exception {
        gate.checkedBy((request, response, next) -> {});
        gate.doFilter(request("/parks/export"), response(), chain);
        assertThat(passed.get()).isTrue();
        assertThat(answer).isEmpty();
    }

    private static HttpServletRequest request(String path) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ClosedGateTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> method.getName().equals("getServletPath") ? path : null);
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                ClosedGateTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "setStatus" -> answer.put("status", arguments[0]);
                        case "setHeader" -> answer.put((String) arguments[0], arguments[1]);
                        case "getWriter" -> {
                            return new PrintWriter(body, true);
                        }
                        default -> {}
                    }
                    return null;
                });
    }
}
