package de.einsnull.security.core;

import de.einsnull.health.api.Metrics;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Counts for /metrics, when metrics are there. */
@Component(service = SecurityMeters.class)
public final class SecurityMeters {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Metrics metrics;

    /** An attempt to log in: succeeded, failed, locked or throttled. */
    public void login(String result) {
        count("security.logins", "Attempts to log in.", "result", result);
    }

    /** A request that was refused, by its HTTP status. */
    public void refused(int status) {
        count("security.refused", "Requests refused before they reached a module.", "status", Integer.toString(status));
    }

    private void count(String name, String help, String label, String value) {
        var current = metrics;
        if (current != null) {
            current.counter(name, help, label, value).increment();
        }
    }
}
