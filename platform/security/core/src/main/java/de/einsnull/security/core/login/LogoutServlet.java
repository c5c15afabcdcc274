package de.einsnull.security.core.login;

import de.einsnull.security.api.Access;
import de.einsnull.security.api.AuditTrail;
import de.einsnull.security.api.CurrentRequest;
import de.einsnull.security.core.db.Unavailable;
import de.einsnull.security.core.request.Cookies;
import de.einsnull.security.core.request.Paths;
import de.einsnull.security.core.session.Sessions;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the session, on the server too. Form fields {@code lang} and {@code csrf} (checked before). */
@Component(
        service = Servlet.class,
        property = {
            HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN + "=/logout",
            HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME + "=einsnull-logout",
            Access.PROPERTY + "=" + Access.PUBLIC
        })
public final class LogoutServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(LogoutServlet.class);

    private final transient Sessions sessions;
    private final transient AuditTrail audit;
    private final transient CurrentRequest current;

    @Activate
    public LogoutServlet(@Reference Sessions sessions, @Reference AuditTrail audit, @Reference CurrentRequest current) {
        this.sessions = sessions;
        this.audit = audit;
        this.current = current;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var who = current.identity();
        try {
            Cookies.read(request, Cookies.SESSION).ifPresent(sessions::end);
        } catch (Unavailable e) {
            // Saying "logged out" would be a lie while the session lives on in the database.
            LOG.warn("A session could not be ended: {}", e.getMessage());
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        Cookies.delete(request, response, Cookies.SESSION);
        if (!who.isAnonymous()) {
            audit.record(who.id(), "logout", who.id(), true);
        }
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/" + Paths.languageOr(request.getParameter("lang"), request) + "/");
    }
}
