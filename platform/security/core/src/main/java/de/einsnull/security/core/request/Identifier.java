package de.einsnull.security.core.request;

import de.einsnull.security.core.db.Unavailable;
import de.einsnull.security.core.login.BasicLogins;
import de.einsnull.security.core.request.Who.Kind;
import de.einsnull.security.core.session.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds out who asks: programs by HTTP Basic on the paths for programs, browsers by the session cookie. */
@Component(service = Identifier.class)
public final class Identifier {

    private final Sessions sessions;
    private final BasicLogins basic;

    @Activate
    public Identifier(@Reference Sessions sessions, @Reference BasicLogins basic) {
        this.sessions = sessions;
        this.basic = basic;
    }

    Who identify(HttpServletRequest request) {
        try {
            var authorization = request.getHeader("Authorization");
            if (authorization != null && Paths.forPrograms(request)) {
                return byBasic(authorization, request.getRemoteAddr());
            }
            return Cookies.read(request, Cookies.SESSION)
                    .flatMap(sessions::find)
                    .map(session -> Who.session(session.identity()))
                    .orElse(Who.NOBODY);
        } catch (Unavailable e) {
            return Who.of(Kind.UNKNOWN);
        }
    }

    /** Other schemes are the servlet's own business, for example the token of a webhook. */
    private Who byBasic(String authorization, String address) {
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Who.NOBODY;
        }
        var outcome = basic.check(authorization.substring(6).strip(), address);
        return switch (outcome.kind()) {
            case SUCCEEDED -> Who.basic(outcome.identity());
            case THROTTLED -> Who.throttled(outcome.retryAfter());
            case WRONG, LOCKED -> Who.of(Kind.WRONG);
        };
    }
}
