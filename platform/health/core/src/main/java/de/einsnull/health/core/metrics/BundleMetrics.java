package de.einsnull.health.core.metrics;

import de.einsnull.health.api.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The meters of one bundle: they carry its name and go with it. */
@Component(scope = ServiceScope.BUNDLE)
public final class BundleMetrics implements Metrics {

    private static final Logger LOG = LoggerFactory.getLogger(BundleMetrics.class);
    private static final int MOST_METERS = 1_000;

    private final MeterRegistry registry;
    private final String module;
    private final List<Meter> meters = new ArrayList<>();

    /** Serves one bundle. */
    @Activate
    public BundleMetrics(@Reference MeterRegistry registry, ComponentContext context) {
        this(registry, context.getUsingBundle().getSymbolicName());
    }

    BundleMetrics(MeterRegistry registry, String module) {
        this.registry = registry;
        this.module = module;
    }

    @Deactivate
    synchronized void stop() {
        meters.forEach(registry::remove);
        meters.clear();
    }

    @Override
    public Counter counter(String name, String help, String... labels) {
        return (Counter) add(name, "_total", help, labels, new CounterMeter());
    }

    @Override
    public void gauge(String name, String help, DoubleSupplier value, String... labels) {
        add(name, "", help, labels, new GaugeMeter(value));
    }

    @Override
    public Timer timer(String name, String help, String... labels) {
        return (Timer) add(name, "_seconds", help, labels, new TimerMeter());
    }

    private synchronized Meter add(String name, String suffix, String help, String[] labels, Meter fresh) {
        if (meters.size() >= MOST_METERS) {
            LOG.warn("{} has {} meters already; {} is not shown", module, MOST_METERS, name);
            return fresh;
        }
        var meter = registry.add(name, suffix, help, Labels.of("module", module).with(labels), fresh);
        if (meter == fresh) {
            meters.add(meter);
        }
        return meter;
    }
}
