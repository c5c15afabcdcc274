package de.einsnull.guard.core;

import de.einsnull.guard.api.GuardListener;
import de.einsnull.guard.api.Kind;
import de.einsnull.guard.api.Quarantine;
import de.einsnull.health.api.Metrics;
import de.einsnull.security.api.AuditTrail;
import de.einsnull.web.api.LiveStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells everybody who wants to know; the guard works without any of them. Thread-safe. */
@Component(service = Notices.class)
public final class Notices {

    /** Live channel on which open pages hear of quarantines. */
    static final String CHANNEL = "guard";

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    private final List<GuardListener> listeners = new CopyOnWriteArrayList<>();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Metrics metrics;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile AuditTrail audit;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile LiveStream live;

    /** Starts with nobody listening. */
    @Activate
    public Notices() {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addListener(GuardListener listener) {
        listeners.add(listener);
    }

    void removeListener(GuardListener listener) {
        listeners.remove(listener);
    }

    void struck(String bundle, Kind kind) {
        count(now -> now.counter("guard.strikes", "Harm that bundles did", "bundle", bundle, "kind", label(kind))
                .increment());
    }

    void used(String bundle, double seconds) {
        count(now -> now.counter("guard.cpu.seconds", "Processor time that modules used", "bundle", bundle)
                .add(seconds));
    }

    private void count(Consumer<Metrics> what) {
        tell(metrics, what);
    }

    /** Which account asked: empty for the guard itself. */
    void recorded(String actor, String action, Quarantine quarantine) {
        var object = quarantine.symbolicName() + " " + quarantine.version() + " " + label(quarantine.kind());
        tell(audit, now -> now.record(actor, action, object, true));
    }

    void quarantined(Quarantine quarantine) {
        show(quarantine, "quarantined");
        listeners.forEach(listener -> tell(listener, now -> now.quarantined(quarantine)));
    }

    void released(Quarantine quarantine, String actor) {
        show(quarantine, "released");
        listeners.forEach(listener -> tell(listener, now -> now.released(quarantine, actor)));
    }

    /** The channel is public: it says that something changed, the pages of city IT say what. */
    private void show(Quarantine quarantine, String what) {
        tell(
                live,
                now -> now.publish(CHANNEL, "{\"bundle\":" + quarantine.bundleId() + ",\"change\":\"" + what + "\"}"));
    }

    private static <T> void tell(T service, Consumer<T> what) {
        if (service == null) {
            return;
        }
        try {
            what.accept(service);
        } catch (RuntimeException e) {
            LOG.warn("{} did not take a notice of the guard", service.getClass().getName(), e);
        }
    }

    private static String label(Kind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
