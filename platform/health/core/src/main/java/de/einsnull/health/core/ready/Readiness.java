package de.einsnull.health.core.ready;

import de.einsnull.health.core.HealthConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/**
 * Whether the platform can serve. Asked for by several machines every second, so an answer is kept for a second and
 * made by one thread at a time.
 */
@Component(service = Readiness.class, configurationPid = "de.einsnull.health")
public final class Readiness {

    private static final Duration KEPT = Duration.ofSeconds(1);

    private final Clock clock = Clock.systemUTC();
    private final BootCheck boot;
    private final BundleCheck bundles;
    private final ComponentCheck components;
    private final ConfigurationCheck configurations;
    private final ServiceChecks services;
    private Report ready = new Report(Instant.EPOCH, List.of());
    private Report live = new Report(Instant.EPOCH, List.of());

    private record Report(Instant at, List<Finding> findings) {}

    /** Prepares the checks. */
    @Activate
    public Readiness(
            BundleContext context,
            HealthConfig config,
            @Reference ServiceComponentRuntime runtime,
            @Reference ConfigurationAdmin admin,
            @Reference HealthCheckExecutor executor) {
        boot = new BootCheck(context);
        bundles = new BundleCheck(context, config);
        components = new ComponentCheck(context, runtime, bundles, config);
        configurations = new ConfigurationCheck(context, runtime, admin, bundles);
        services = new ServiceChecks(executor, bundles, config.checkLimitInMs());
    }

    /** Whether the platform can serve: features, bundles, components, configurations, and all checks with the tag {@code ready}. */
    synchronized List<Finding> ready() {
        if (isOld(ready)) {
            var all = new ArrayList<Finding>();
            all.add(boot.check());
            all.addAll(bundles.check());
            all.addAll(components.check());
            all.add(configurations.check());
            all.addAll(services.check("ready"));
            ready = new Report(clock.instant(), all);
        }
        return ready.findings();
    }

    /** Whether the process is worth keeping: all checks with the tag {@code live}. */
    synchronized List<Finding> live() {
        if (isOld(live)) {
            live = new Report(clock.instant(), services.check("live"));
        }
        return live.findings();
    }

    private boolean isOld(Report report) {
        return Duration.between(report.at(), clock.instant()).compareTo(KEPT) >= 0;
    }
}
