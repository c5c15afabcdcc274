package de.einsnull.health.core.metrics;

import de.einsnull.health.core.Visitors;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** All metrics at {@code /metrics}, for administrators and for collectors on this machine. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=einsnull-metrics",
            "osgi.http.whiteboard.servlet.pattern=/metrics",
            "einsnull.access=self-checked"
        })
public final class MetricsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Visitors visitors;
    private final transient MeterRegistry registry;
    private final transient JvmMeters jvm = new JvmMeters();
    private final transient OsgiMeters osgi;

    /** Collects from the registry, the Java machine and the framework. */
    @Activate
    public MetricsServlet(
            BundleContext context,
            @Reference Visitors visitors,
            @Reference MeterRegistry registry,
            @Reference ServiceComponentRuntime runtime) {
        this.visitors = visitors;
        this.registry = registry;
        this.osgi = new OsgiMeters(context, runtime);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (!visitors.maySeeInside(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType("application/problem+json");
            response.getOutputStream()
                    .write(("{\"type\":\"/problems/not-allowed\",\"title\":\"Nicht erlaubt\",\"status\":403,"
                                    + "\"detail\":\"Nur für die Administration.\"}")
                            .getBytes(StandardCharsets.UTF_8));
            return;
        }
        var text = new StringBuilder(16_384);
        var out = new PrometheusText(text);
        jvm.write(out);
        osgi.write(out);
        registry.write(out);
        response.setContentType(PrometheusText.MEDIA_TYPE);
        response.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
