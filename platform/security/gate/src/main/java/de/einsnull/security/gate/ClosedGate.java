package de.einsnull.security.gate;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;
import org.osgi.service.servlet.whiteboard.Preprocessor;

/**
 * Answers 503 while the filter that checks every request is not there. It lives in a bundle of its own, so that it stays
 * when the security bundle is updated. Only the health of the platform can be asked all the time.
 */
@Component(
        service = Preprocessor.class,
        property = {
            HttpWhiteboardConstants.HTTP_WHITEBOARD_PREPROCESSOR_INIT_PARAM_PREFIX + "name=einsnull-gate",
            "service.ranking:Integer=2000000"
        })
public final class ClosedGate implements Preprocessor {

    private static final String HEALTH = "/health/";
    private static final String RETRY_SECONDS = "5";
    private static final String TEXT =
            "Die Plattform startet gerade. Bitte laden Sie die Seite in einigen Sekunden neu.\n"
                    + "The platform is starting. Please reload the page in some seconds.\n";

    @Reference(
            target = "(einsnull.access.filter=true)",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Filter checks;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (checks != null || path((HttpServletRequest) request).startsWith(HEALTH)) {
            chain.doFilter(request, response);
            return;
        }
        var answer = (HttpServletResponse) response;
        answer.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        answer.setHeader("Retry-After", RETRY_SECONDS);
        answer.setHeader("Cache-Control", "no-store");
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setContentType("text/plain");
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        answer.getWriter().write(TEXT);
    }

    /** For the tests: what the runtime injects. */
    void checkedBy(Filter filter) {
        checks = filter;
    }

    private static String path(HttpServletRequest request) {
        var info = request.getPathInfo();
        return request.getServletPath() + (info == null ? "" : info);
    }
}
