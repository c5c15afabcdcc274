package de.einsnull.guard.core;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongPredicate;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/**
 * Watches modules start and stop. The framework tells in the thread that starts or stops, so that thread can be
 * interrupted when it does not come back; whoever called then gets an error instead of waiting for ever.
 */
final class LifeWatch implements SynchronousBundleListener {

    private final Clock clock;
    private final LongPredicate watched;
    private final Listener listener;
    private final Map<Long, Step> steps = new ConcurrentHashMap<>();

    /** Hears what happens; called in the framework's threads or in the one that calls {@link #look}. */
    interface Listener {
        /**
         * The bundle runs.
         *
         * @param begun when its start began
         */
        void started(Bundle bundle, Instant begun);

        /** Before the bundle's own code is told to stop. */
        void stopping(Bundle bundle);

        void stopped(Bundle bundle);

        /** The bundle has other code now, or is gone. */
        void replaced(Bundle bundle);

        /** A start or stop takes longer than it may. */
        void hung(Bundle bundle, boolean starting);
    }

    LifeWatch(Clock clock, LongPredicate watched, Listener listener) {
        this.clock = clock;
        this.watched = watched;
        this.listener = listener;
    }

    private record Step(Bundle bundle, boolean starting, Thread thread, Instant since, boolean told) {}

    @Override
    public void bundleChanged(BundleEvent event) {
        var bundle = event.getBundle();
        switch (event.getType()) {
            case BundleEvent.STARTING -> begin(bundle, true);
            case BundleEvent.STARTED -> {
                var step = steps.remove(bundle.getBundleId());
                listener.started(bundle, step == null ? clock.instant() : step.since());
            }
            case BundleEvent.STOPPING -> {
                listener.stopping(bundle);
                begin(bundle, false);
            }
            case BundleEvent.STOPPED -> {
                steps.remove(bundle.getBundleId());
                listener.stopped(bundle);
            }
            case BundleEvent.UPDATED, BundleEvent.UNINSTALLED -> listener.replaced(bundle);
            default -> {
                // resolved, unresolved, installed: nothing of the module runs
            }
        }
    }

    private void begin(Bundle bundle, boolean starting) {
        if (watched.test(bundle.getBundleId())) {
            steps.put(bundle.getBundleId(), new Step(bundle, starting, Thread.currentThread(), clock.instant(), false));
        }
    }

    /** Interrupts what takes too long; each step once. */
    void look(Limits limits) {
        var now = clock.instant();
        steps.keySet().forEach(id -> {
            // Within compute, so that the thread cannot have left the step in the meantime.
            var late = new boolean[1];
            var step = steps.computeIfPresent(id, (key, one) -> {
                var limit = one.starting() ? limits.start() : limits.stop();
                late[0] = !one.told() && one.since().plus(limit).isBefore(now);
                if (!late[0]) {
                    return one;
                }
                one.thread().interrupt();
                return new Step(one.bundle(), one.starting(), one.thread(), one.since(), true);
            });
            if (late[0] && step != null) {
                listener.hung(step.bundle(), step.starting());
            }
        });
    }
}
