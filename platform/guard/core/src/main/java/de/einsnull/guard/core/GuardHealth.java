package de.einsnull.guard.core;

import de.einsnull.guard.api.ModuleGuard;
import de.einsnull.health.api.CheckLog;
import de.einsnull.health.api.Metrics;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Warns of modules in quarantine; the platform is ready without them. */
@Component(
        service = {HealthCheck.class},
        immediate = true,
        property = {"hc.name=Modules under guard", "hc.tags=guard", "hc.tags=ready"})
public final class GuardHealth implements HealthCheck {

    private final ModuleGuard guard;

    /** Asks this guard. */
    @Activate
    public GuardHealth(@Reference ModuleGuard guard) {
        this.guard = guard;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addMetrics(Metrics metrics) {
        metrics.gauge("guard.quarantined", "Modules that were stopped because they did harm", () -> guard.quarantined()
                .size());
    }

    @SuppressWarnings("unused") // the meter goes with the metrics
    void removeMetrics(Metrics metrics) {
        // nothing is kept
    }

    @Override
    public Result execute() {
        var log = new CheckLog(Words.CATALOGUE);
        guard.quarantined().forEach(one -> log.say(Result.Status.WARN, one.sentence()));
        guard.accounts().stream()
                .filter(account -> account.limit() > 0 && account.strikes() >= account.limit())
                .filter(account -> guard.isPlatform(account.bundleId()))
                .forEach(account -> log.warn(
                        "check.platform", account.symbolicName(), account.kind(), account.strikes(), account.where()));
        if (guard.quarantined().isEmpty()) {
            log.good("check.none");
        }
        return log.result();
    }
}
