package de.einsnull.portal.shell.web;

import de.einsnull.portal.api.Language;
import de.einsnull.security.api.Access;
import de.einsnull.security.api.CurrentRequest;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows errors that the server or a filter reports: a page to people, problem details to programs. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=portal-errors",
            "osgi.http.whiteboard.servlet.errorPage=4xx",
            "osgi.http.whiteboard.servlet.errorPage=5xx",
            "osgi.http.whiteboard.servlet.errorPage=java.lang.Throwable",
            Access.PROPERTY + "=" + Access.PUBLIC
        })
public final class ErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient ErrorPages errors;
    private final transient Visits visits;

    @Activate
    public ErrorServlet(@Reference ErrorPages errors, @Reference CurrentRequest current) {
        this.errors = errors;
        this.visits = new Visits(current);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 500;
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        String accepted = request.getHeader("Accept");
        if (accepted == null || !accepted.contains("text/html")) {
            Sending.send(request, response, problem(status));
            return;
        }
        String[] parts = path.split("/", 3);
        var language = parts.length > 1 ? Language.ofTag(parts[1]) : java.util.Optional.<Language>empty();
        var visit = visits.of(request, language.orElseGet(() -> visits.language(request)), "fehler");
        // A form without its token is refused before any page sees it.
        boolean form = status == HttpServletResponse.SC_FORBIDDEN && visit.isPost();
        Sending.send(request, response, form ? errors.formExpired(visit) : errors.page(visit, status));
    }

    private static Answer problem(int status) {
        String json = Json.write(Map.of("type", "about:blank", "status", status));
        return new Answer(
                status,
                "application/problem+json",
                json.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                Answer.Keeping.NEVER,
                false,
                Map.of());
    }
}
