package de.einsnull.sensors.rest.sensorthings;

import de.einsnull.security.api.CurrentRequest;
import de.einsnull.security.api.Roles;
import de.einsnull.sensors.sensorthings.store.Visibility;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Decides what a caller may do: staff sees and writes everything, everybody else reads what is open. In conformance mode,
 * in which there is nothing but test data, a program on the same machine may do what staff may.
 */
final class Callers {

    private static final List<String> SIGNS_OF_OTHERS =
            List.of("Origin", "Sec-Fetch-Site", "Forwarded", "X-Forwarded-For", "Via");

    private final CurrentRequest current;
    private final boolean conformance;

    Callers(CurrentRequest current, boolean conformance) {
        this.current = current;
        this.conformance = conformance;
    }

    Caller of(HttpServletRequest request, String base) {
        var identity = current.identity();
        boolean all = identity.meets(Roles.STAFF) || (conformance && isOnThisMachine(request));
        return new Caller(identity.id(), all ? Visibility.ALL : Visibility.OPEN, all, base);
    }

    /** Neither through a proxy nor from a page in a browser, which anybody may have written. */
    private static boolean isOnThisMachine(HttpServletRequest request) {
        if (SIGNS_OF_OTHERS.stream().anyMatch(name -> request.getHeader(name) != null)) {
            return false;
        }
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
