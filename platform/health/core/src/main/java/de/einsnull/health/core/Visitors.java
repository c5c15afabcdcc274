package de.einsnull.health.core;

import de.einsnull.security.api.CurrentRequest;
import de.einsnull.security.api.Roles;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Who may see the inside: administrators, and what runs on the same machine (unless it forwards for others). */
@Component(service = Visitors.class, configurationPid = "de.einsnull.health")
public final class Visitors {

    private static final List<String> FORWARDING =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");

    private final AtomicReference<CurrentRequest> current = new AtomicReference<>();
    private final boolean trustsLoopback;

    /** Reads the settings. */
    @Activate
    public Visitors(HealthConfig config) {
        this.trustsLoopback = config.trustLoopback();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setCurrentRequest(CurrentRequest request) {
        current.set(request);
    }

    void unsetCurrentRequest(CurrentRequest request) {
        current.compareAndSet(request, null);
    }

    /** Whether the one who asks may see messages, names and numbers. */
    public boolean maySeeInside(HttpServletRequest request) {
        var caller = current.get();
        return (caller != null && caller.identity().meets(Roles.ADMIN)) || (trustsLoopback && isLocal(request));
    }

    /**
     * A reverse proxy on this machine is local too, but it says for whom it asks. One that hides that must not be used
     * with {@code trustLoopback}.
     */
    private static boolean isLocal(HttpServletRequest request) {
        return isLoopback(request.getRemoteAddr())
                && FORWARDING.stream().allMatch(name -> request.getHeader(name) == null)
                && Stream.of("localhost", "127.0.0.1", "[::1]", "::1").anyMatch(request.getServerName()::equals);
    }

    private static boolean isLoopback(String address) {
        try {
            // An address in digits: nothing is looked up.
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }
}
