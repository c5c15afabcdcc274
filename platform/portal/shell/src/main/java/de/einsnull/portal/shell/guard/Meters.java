package de.einsnull.portal.shell.guard;

import de.einsnull.guard.api.Kind;
import de.einsnull.guard.api.ModuleGuard;
import de.einsnull.health.api.Metrics;
import de.einsnull.portal.shell.contrib.Contributor;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Counts and times what bundles contribute, so that operators see which one is slow or fails, and reports harm to the
 * guard. Thread-safe.
 */
@Component(service = Meters.class)
public final class Meters {

    /** The portal must not go away with whoever collects its numbers. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Metrics metrics;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile ModuleGuard guard;

    @Activate
    public Meters() {
        this(null, null);
    }

    /** Counts with these metrics and reports to this guard, or not at all where they are null. */
    public Meters(Metrics metrics, ModuleGuard guard) {
        this.metrics = metrics;
        this.guard = guard;
    }

    /** A page of a bundle was drawn. */
    public void drawn(String bundle, Duration took) {
        var now = metrics;
        if (now != null) {
            now.timer("portal.pages", "Pages that bundles answered, drawn", "bundle", bundle)
                    .record(took);
        }
    }

    /**
     * Something of a bundle could not be shown.
     *
     * @param where what was asked for, for people
     * @param thrown null if nothing was thrown
     */
    public void failed(Contributor owner, Cause cause, String where, Throwable thrown) {
        var now = metrics;
        if (now != null) {
            String help = "Pages and cards of bundles that could not be shown";
            now.counter("portal.failures", help, "bundle", owner.name(), "cause", cause.label)
                    .increment();
        }
        var reportTo = guard;
        if (reportTo != null && cause.kind != null) {
            reportTo.strike(owner.bundleId(), cause.kind, where, thrown);
        }
    }

    /** Why something could not be shown. */
    public enum Cause {
        /** The bundle has as many calls under way as it may have; that they take so long is its harm, not this. */
        BUSY("busy", null),
        /** A part of a page came too late for it, which costs nobody but that part. */
        SLOW("late", null),
        /** It took too long. */
        LATE("late", Kind.TIMED_OUT),
        /** It took too long and goes on. */
        STUCK("stuck", Kind.STUCK),
        /** It was larger than is sent. */
        TOO_LARGE("too-large", Kind.TOO_LARGE),
        /** It threw. */
        THROWN("thrown", Kind.THREW);

        private final String label;
        private final Kind kind;

        Cause(String label, Kind kind) {
            this.label = label;
            this.kind = kind;
        }
    }
}
