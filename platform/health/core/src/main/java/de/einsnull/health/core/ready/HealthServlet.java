package de.einsnull.health.core.ready;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.einsnull.health.core.Visitors;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells load balancers and service managers how the platform is, at {@code /health/live} and {@code /health/ready}: 200
 * or 503, everybody sees the checks' status, administrators and this machine also cause and advice.
 */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=einsnull-health",
            "osgi.http.whiteboard.servlet.pattern=/health/live",
            "osgi.http.whiteboard.servlet.pattern=/health/ready",
            "einsnull.access=public"
        })
public final class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final JsonFactory JSON = new JsonFactory();

    private final transient Readiness readiness;
    private final transient Visitors visitors;

    /** Asks the readiness. */
    @Activate
    public HealthServlet(@Reference Readiness readiness, @Reference Visitors visitors) {
        this.readiness = readiness;
        this.visitors = visitors;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var findings = request.getServletPath().endsWith("ready") ? readiness.ready() : readiness.live();
        var isWell = findings.stream().noneMatch(Finding::isBad);
        response.setStatus(isWell ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        if (!isWell) {
            response.setHeader("Retry-After", "1");
        }
        var body = render(isWell, findings, visitors.maySeeInside(request));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    static byte[] render(boolean isWell, List<Finding> findings, boolean inside) throws IOException {
        var bytes = new ByteArrayOutputStream(1024);
        try (var json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("status", isWell ? "UP" : "DOWN");
            json.writeArrayFieldStart("checks");
            for (var finding : findings) {
                write(json, finding, inside);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Finding finding, boolean inside) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", finding.name());
        json.writeStringField("status", finding.status().name());
        if (inside && !finding.messages().isEmpty()) {
            json.writeArrayFieldStart("messages");
            for (var message : finding.messages()) {
                json.writeString(message);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}
