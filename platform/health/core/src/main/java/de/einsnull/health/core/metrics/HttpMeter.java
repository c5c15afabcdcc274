package de.einsnull.health.core.metrics;

import de.einsnull.health.api.Metrics;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Counts and times every HTTP request, those that the security filter refuses included. */
@Component(
        service = Filter.class,
        property = {
            "osgi.http.whiteboard.filter.name=einsnull-http-meter",
            "osgi.http.whiteboard.filter.pattern=/*",
            "osgi.http.whiteboard.filter.asyncSupported:Boolean=true",
            "service.ranking:Integer=2000000"
        })
public final class HttpMeter implements Filter {

    private final Metrics metrics;
    private final AtomicInteger running = new AtomicInteger();
    private final Map<String, Metrics.Timer> timers = new ConcurrentHashMap<>();

    /** Takes its meters. */
    @Activate
    public HttpMeter(@Reference Metrics metrics) {
        this.metrics = metrics;
        metrics.gauge("http.requests.running", "HTTP requests that are being served", running::get);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var start = System.nanoTime();
        running.incrementAndGet();
        var failed = true;
        try {
            chain.doFilter(request, response);
            failed = false;
        } finally {
            running.decrementAndGet();
            var status = failed || !(response instanceof HttpServletResponse http) ? 500 : http.getStatus();
            timer(status / 100 + "xx").record(Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private Metrics.Timer timer(String outcome) {
        return timers.computeIfAbsent(
                outcome, key -> metrics.timer("http.requests", "HTTP requests", "outcome", outcome));
    }
}
