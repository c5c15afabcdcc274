package de.einsnull.guard.core;

import de.einsnull.guard.api.Kind;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for threads that a stopped bundle left behind: interrupts those of one in quarantine, ends those that loop, and
 * reports what is left.
 */
final class Aftermath {

    private static final Logger LOG = LoggerFactory.getLogger(Aftermath.class);
    private static final int MOST_NAMES = 5;

    private final BundleContext context;
    private final ScheduledExecutorService worker;
    private final LongPredicate quarantined;
    private final Report report;

    /** Hears of harm. */
    @FunctionalInterface
    interface Report {
        void strike(long bundleId, Kind kind, String where, Throwable cause);
    }

    Aftermath(BundleContext context, ScheduledExecutorService worker, LongPredicate quarantined, Report report) {
        this.context = context;
        this.worker = worker;
        this.quarantined = quarantined;
        this.report = report;
    }

    /** Begins to look. */
    void of(BundleCode code, Limits limits) {
        later(() -> first(code, limits), limits);
    }

    private void later(Runnable look, Limits limits) {
        var ignored = worker.schedule(look, 2 * limits.pace().toMillis(), TimeUnit.MILLISECONDS);
        LOG.trace("Scheduled {}", ignored);
    }

    private void first(BundleCode code, Limits limits) {
        if (!quarantined.test(code.bundleId())) {
            later(() -> last(code), limits);
            return;
        }
        left(code).forEach(Thread::interrupt);
        later(
                () -> {
                    if (limits.endLoops() && quarantined.test(code.bundleId())) {
                        Crew.end(code, left(code));
                    }
                    later(() -> last(code), limits);
                },
                limits);
    }

    private List<Thread> left(BundleCode code) {
        var bundle = context.getBundle(code.bundleId());
        var wiring = bundle == null ? null : bundle.adapt(BundleWiring.class);
        boolean runs = bundle != null && (bundle.getState() & (Bundle.STARTING | Bundle.ACTIVE)) != 0;
        if (runs && wiring != null && code.loader().equals(wiring.getClassLoader())) {
            // Started again: its threads of before and of now cannot be told apart.
            return List.of();
        }
        return Crew.of(code, !runs);
    }

    private void last(BundleCode code) {
        var left = left(code);
        if (left.isEmpty()) {
            return;
        }
        var names =
                left.stream().limit(MOST_NAMES).map(Thread::getName).sorted().collect(Collectors.joining(", "));
        LOG.warn("{} threads of {} go on after its stop: {}", left.size(), code.name(), names);
        report.strike(code.bundleId(), Kind.LEAKED_THREADS, left.size() + " threads, among them " + names, null);
    }
}
