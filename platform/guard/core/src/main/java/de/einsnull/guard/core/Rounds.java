package de.einsnull.guard.core;

import de.einsnull.guard.api.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** What the guard looks after by itself: starts, stops, processors, threads left behind. */
final class Rounds implements LifeWatch.Listener, Processor.Listener {

    private static final int LOOKS_PER_PROCESSOR_LOOK = 5;

    private final BundleContext context;
    private final Guard guard;
    private final ScheduledExecutorService worker;
    private final LifeWatch life;
    private final Aftermath aftermath;
    private final Processor processor = new Processor();
    private final Packages packages = new Packages();
    private final Map<Long, BundleCode> codes = new ConcurrentHashMap<>();
    private int looks;

    Rounds(BundleContext context, Guard guard, ScheduledExecutorService worker, Clock clock) {
        this.context = context;
        this.guard = guard;
        this.worker = worker;
        this.life = new LifeWatch(clock, id -> !guard.isPlatform(id), this);
        this.aftermath = new Aftermath(context, worker, guard::isQuarantined, guard::strike);
    }

    void begin() {
        context.addBundleListener(life);
        for (var bundle : context.getBundles()) {
            if (bundle.getState() == Bundle.ACTIVE && !guard.isPlatform(bundle.getBundleId())) {
                code(bundle);
            }
        }
    }

    void end() {
        context.removeBundleListener(life);
    }

    /** By what the bundle's code is recognised; null if it has none. */
    BundleCode code(Bundle bundle) {
        return codes.computeIfAbsent(bundle.getBundleId(), id -> {
            var code = BundleCode.of(bundle);
            if (code != null) {
                packages.add(code);
            }
            return code;
        });
    }

    void look(Limits limits) {
        life.look(limits);
        looks = (looks + 1) % LOOKS_PER_PROCESSOR_LOOK;
        if (looks == 0 && !codes.isEmpty()) {
            processor.look(codes.values().stream().map(packages::own).toList(), limits.busy(), this);
        }
    }

    @Override
    public void started(Bundle bundle, Instant begun) {
        if (!guard.isPlatform(bundle.getBundleId())) {
            code(bundle);
            guard.started(bundle, begun);
        }
    }

    @Override
    public void stopping(Bundle bundle) {
        if (!guard.isPlatform(bundle.getBundleId())) {
            code(bundle);
        }
    }

    @Override
    public void stopped(Bundle bundle) {
        after(codes.remove(bundle.getBundleId()));
    }

    /** Looks for threads of a bundle that is stopped or does not stop. */
    void after(BundleCode code) {
        if (code != null && !worker.isShutdown()) {
            aftermath.of(packages.own(code), guard.limits());
        }
    }

    @Override
    public void replaced(Bundle bundle) {
        codes.remove(bundle.getBundleId());
        guard.ended(bundle);
    }

    @Override
    public void hung(Bundle bundle, boolean starting) {
        var limits = guard.limits();
        Duration limit = starting ? limits.start() : limits.stop();
        guard.strike(
                bundle.getBundleId(),
                starting ? Kind.HUNG_AT_START : Kind.HUNG_AT_STOP,
                (starting ? "start" : "stop") + " took longer than " + limit.toSeconds() + " s",
                null);
    }

    @Override
    public void used(BundleCode code, double seconds) {
        guard.notices().used(code.name(), seconds);
    }

    @Override
    public void looped(BundleCode code, String thread) {
        guard.strike(code.bundleId(), Kind.LOOPED, "thread " + thread, null);
    }
}
