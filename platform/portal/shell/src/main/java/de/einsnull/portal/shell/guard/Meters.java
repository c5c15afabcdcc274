package de.einsnull.portal.shell.guard;

import de.einsnull.health.api.Metrics;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Counts and times what bundles contribute, so that operators see which one is slow or fails. Thread-safe. */
@Component(service = Meters.class)
public final class Meters {

    /** The portal must not go away with whoever collects its numbers. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Metrics metrics;

    @Activate
    public Meters() {
        this(null);
    }

    /** Counts with these metrics, or not at all if they are null. */
    public Meters(Metrics metrics) {
        this.metrics = metrics;
    }

    /** A page of a bundle was drawn. */
    public void drawn(String bundle, Duration took) {
        var now = metrics;
        if (now != null) {
            now.timer("portal.pages", "Pages that bundles answered, drawn", "bundle", bundle)
                    .record(took);
        }
    }

    /** A page or card of a bundle could not be shown. */
    public void failed(String bundle, Cause cause) {
        var now = metrics;
        if (now != null) {
            String help = "Pages and cards of bundles that could not be shown";
            now.counter("portal.failures", help, "bundle", bundle, "cause", cause.label)
                    .increment();
        }
    }

    /** Why something could not be shown. */
    public enum Cause {
        /** The bundle has as many calls under way as it may have. */
        BUSY("busy"),
        /** It took too long. */
        LATE("late"),
        /** It threw. */
        THROWN("thrown");

        private final String label;

        Cause(String label) {
            this.label = label;
        }
    }
}
