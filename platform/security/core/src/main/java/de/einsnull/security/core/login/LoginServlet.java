package de.einsnull.security.core.login;

import de.einsnull.security.api.Access;
import de.einsnull.security.core.db.Unavailable;
import de.einsnull.security.core.request.Cookies;
import de.einsnull.security.core.request.Paths;
import de.einsnull.security.core.session.Sessions;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the login form: fields {@code name}, {@code password}, {@code next}, {@code lang} and {@code csrf} (checked before).
 * Answers with a redirection to where the person wanted to go, or back to the form with {@code fehler=daten} (wrong),
 * {@code gesperrt} (locked), {@code rate} (too many attempts) or {@code dienst} (accounts cannot be reached).
 */
@Component(
        service = Servlet.class,
        property = {
            HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN + "=/login",
            HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME + "=einsnull-login",
            Access.PROPERTY + "=" + Access.PUBLIC
        })
public final class LoginServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(LoginServlet.class);
    private static final int MAX_PASSWORD_CHARS = 1_000;

    private final transient Authenticator authenticator;
    private final transient Sessions sessions;

    @Activate
    public LoginServlet(@Reference Authenticator authenticator, @Reference Sessions sessions) {
        this.authenticator = authenticator;
        this.sessions = sessions;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        redirect(response, "/" + Paths.languageOr(null, request) + "/anmelden");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        var language = Paths.languageOr(request.getParameter("lang"), request);
        var given = request.getParameter("next");
        var next = Paths.isLocal(given) ? given : "/" + language + "/";
        var problem = logIn(request, response);
        if (problem.isEmpty()) {
            redirect(response, next);
        } else {
            var back = URLEncoder.encode(next, StandardCharsets.UTF_8);
            redirect(response, "/" + language + "/anmelden?fehler=" + problem + "&next=" + back);
        }
    }

    private String logIn(HttpServletRequest request, HttpServletResponse response) {
        var name = request.getParameter("name");
        var password = request.getParameter("password");
        if (name == null || password == null || password.length() > MAX_PASSWORD_CHARS) {
            return "daten";
        }
        try {
            var outcome = authenticator.check(name, password.toCharArray(), request.getRemoteAddr());
            return switch (outcome.kind()) {
                case SUCCEEDED -> open(outcome, request, response);
                case WRONG -> "daten";
                case LOCKED -> "gesperrt";
                case THROTTLED -> "rate";
            };
        } catch (Unavailable e) {
            LOG.warn("Nobody can log in: {}", e.getMessage());
            return "dienst";
        }
    }

    /** Always a new session: one that somebody else put into the browser before must not become a logged-in one. */
    private String open(LoginOutcome outcome, HttpServletRequest request, HttpServletResponse response) {
        Cookies.read(request, Cookies.SESSION).ifPresent(sessions::end);
        Cookies.write(request, response, Cookies.SESSION, sessions.start(outcome.identity()));
        Cookies.delete(request, response, Cookies.FORM);
        return "";
    }

    private static void redirect(HttpServletResponse response, String target) {
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", target);
    }
}
