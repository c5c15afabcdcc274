package de.einsnull.guard.core;

import de.einsnull.guard.api.Kind;
import de.einsnull.guard.api.ModuleGuard;
import de.einsnull.guard.api.Quarantine;
import de.einsnull.health.api.Sentence;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts harm, stops whoever does too much of it, and starts it again. What it decides it decides on one thread. */
@Component(service = ModuleGuard.class, immediate = true, configurationPid = GuardConfig.PID)
@Designate(ocd = GuardConfig.class)
public final class Guard implements ModuleGuard {

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    /** Reports that wait; a module that does harm faster than it can be counted is over its limit anyway. */
    private static final int MOST_WAITING = 1_000;

    private final BundleContext context;
    private final Clock clock;
    private final Notices notices;
    private final Tally tally;
    private final Quarantines quarantines;
    private final Rounds rounds;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "guard");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Limits limits;

    /** Begins with what was in quarantine before the last restart. */
    @Activate
    public Guard(BundleContext context, GuardConfig config, @Reference Notices notices) {
        this(
                context,
                Limits.of(config),
                notices,
                Path.of(System.getProperty("karaf.data", "data"), "guard"),
                Clock.systemUTC());
    }

    Guard(BundleContext context, Limits limits, Notices notices, Path folder, Clock clock) {
        this.context = context;
        this.limits = limits;
        this.notices = notices;
        this.clock = clock;
        this.tally = new Tally(clock);
        this.quarantines = new Quarantines(new Ledger(folder), limits.window());
        this.rounds = new Rounds(context, this, worker, clock);
        for (var bundle : context.getBundles()) {
            resume(bundle);
        }
        rounds.begin();
        long pace = limits.pace().toMillis();
        var ignored = worker.scheduleWithFixedDelay(this::look, pace, pace, TimeUnit.MILLISECONDS);
        LOG.trace("Looking with {}", ignored);
    }

    @Modified
    void change(GuardConfig config) {
        limits = Limits.of(config);
    }

    @Deactivate
    void close() {
        rounds.end();
        worker.shutdownNow();
    }

    Limits limits() {
        return limits;
    }

    Notices notices() {
        return notices;
    }

    private void look() {
        try {
            rounds.look(limits);
        } catch (RuntimeException e) {
            LOG.error("The guard could not look after the modules", e);
        }
    }

    @Override
    public boolean isPlatform(long bundleId) {
        var bundle = context.getBundle(bundleId);
        return bundle != null && limits.isPlatform(bundle.getLocation());
    }

    @Override
    public void strike(long bundleId, Kind kind, String where, Throwable cause) {
        boolean outside = kind == Kind.THREW && Excuses.isOutside(cause);
        var text = Excuses.describe(cause);
        later(() -> count(bundleId, kind, where, text, outside));
    }

    private void later(Runnable what) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return;
        }
        try {
            worker.execute(() -> {
                waiting.decrementAndGet();
                try {
                    what.run();
                } catch (RuntimeException e) {
                    LOG.error("The guard could not act", e);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("The guard has stopped", e);
        }
    }

    private void count(long bundleId, Kind kind, String where, String cause, boolean outside) {
        var bundle = context.getBundle(bundleId);
        if (bundle == null) {
            return;
        }
        notices.struck(bundle.getSymbolicName(), kind);
        if (outside) {
            return;
        }
        int strikes = tally.add(bundleId, kind, where, limits.window());
        int limit = limits.of(kind);
        if (limit == 0 || strikes < limit || quarantines.has(bundleId) || isShuttingDown()) {
            return;
        }
        if (!limits.isPlatform(bundle.getLocation())) {
            quarantine(bundle, kind, strikes, where, cause);
        } else if (strikes == limit) {
            LOG.warn("{} belongs to the platform and is not stopped: {} {} times: {}", bundle, kind, strikes, where);
        }
    }

    private boolean isShuttingDown() {
        return context.getBundle(0).getState() == Bundle.STOPPING;
    }

    private void quarantine(Bundle bundle, Kind kind, int strikes, String where, String cause) {
        var one = Words.describe(
                new Quarantine(
                        bundle.getBundleId(),
                        bundle.getSymbolicName(),
                        bundle.getVersion().toString(),
                        clock.instant(),
                        kind,
                        strikes,
                        where,
                        cause,
                        true,
                        "",
                        "",
                        Sentence.NONE),
                limits.window());
        quarantines.put(one);
        LOG.error(one.english());
        notices.recorded("", "module.quarantined", one);
        stop(bundle, one);
    }

    /** On a thread of its own: a module that never stops must not stop the guard. */
    private void stop(Bundle bundle, Quarantine one) {
        var code = rounds.code(bundle);
        var thread = new Thread(
                () -> {
                    boolean stopped = Deadline.stop(bundle, limits);
                    later(() -> stopped(one, stopped, code));
                },
                "guard-quarantine-" + bundle.getBundleId());
        thread.setDaemon(true);
        thread.start();
    }

    private void stopped(Quarantine one, boolean stopped, BundleCode code) {
        if (!quarantines.has(one.bundleId())) {
            return;
        }
        var now = stopped ? one : Words.cannotStop(one, limits.window());
        if (!stopped) {
            quarantines.put(now);
            LOG.error(now.english());
            rounds.after(code);
        }
        notices.quarantined(now);
    }

    /** A bundle that was in quarantine before the restart must not run, even if the framework forgot that it was stopped. */
    private void resume(Bundle bundle) {
        quarantines.resume(bundle).ifPresent(one -> {
            LOG.warn("{} stays in quarantine since {}", one.symbolicName(), one.since());
            stop(bundle, one);
        });
    }

    /**
     * Something runs: what was in quarantine under another id, or what somebody started by other means. A start that
     * began before the quarantine is the harm itself.
     */
    void started(Bundle bundle, Instant begun) {
        later(() -> resume(bundle));
        if (quarantines
                .of(bundle.getBundleId())
                .filter(one -> begun.isAfter(one.since()))
                .isPresent()) {
            ended(bundle);
        }
    }

    /** The bundle has other code, is gone, or was started by other means than ours. */
    void ended(Bundle bundle) {
        tally.forget(bundle.getBundleId());
        quarantines.remove(bundle.getBundleId()).ifPresent(one -> released(one, ""));
    }

    private void released(Quarantine one, String actor) {
        notices.recorded(actor, "module.released", one);
        later(() -> notices.released(one, actor.isEmpty() ? "platform" : actor));
    }

    boolean isQuarantined(long bundleId) {
        return quarantines.has(bundleId);
    }

    @Override
    public List<Quarantine> quarantined() {
        return quarantines.all();
    }

    @Override
    public void release(long bundleId, String actor) throws BundleException {
        var bundle = context.getBundle(bundleId);
        if (bundle == null) {
            throw new NoSuchElementException("There is no bundle " + bundleId);
        }
        if (quarantines.of(bundleId).filter(one -> !one.stopped()).isPresent()
                && bundle.getState() == Bundle.STOPPING) {
            throw new BundleException(bundle.getSymbolicName() + " has not stopped yet; only a restart of the platform"
                    + " ends it, after which it can be started");
        }
        tally.forget(bundleId);
        quarantines.remove(bundleId).ifPresent(one -> released(one, actor));
        Deadline.start(bundle, limits);
    }

    @Override
    public List<Account> accounts() {
        return tally.entries(limits.window()).stream()
                .map(this::account)
                .sorted(Comparator.comparingInt(Account::strikes).reversed())
                .toList();
    }

    private Account account(Tally.Entry entry) {
        var bundle = context.getBundle(entry.bundle());
        return new Account(
                entry.bundle(),
                bundle == null ? "" : bundle.getSymbolicName(),
                entry.kind(),
                entry.strikes(),
                limits.of(entry.kind()),
                entry.where());
    }
}
