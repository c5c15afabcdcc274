package de.einsnull.sensors.core.operation;

import de.einsnull.bus.api.BusException;
import de.einsnull.bus.api.DeadLetter;
import de.einsnull.bus.api.DeadLetters;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.core.codec.Codecs;
import de.einsnull.sensors.core.ingest.Timers;
import de.einsnull.sensors.core.registry.Entry;
import de.einsnull.sensors.core.registry.Registry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replays what was put aside only because something was missing: the registration of a device, the codec of a model. So a
 * city may register a sensor after it was switched on, and has its values from the beginning.
 */
@Component(service = Replays.class, immediate = true)
public final class Replays {

    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);
    private static final int MOST = 1_000;

    /** What fails again comes back into the list, so there must be an end. */
    private static final int MOST_ROUNDS = 20;

    private static final int PAUSE_MILLIS = 500;

    private final DeadLetters letters;
    private final Runnable registrations;
    private final Runnable arrivals;
    private final ScheduledExecutorService timer = Timers.single("sensors-replays");

    @Activate
    public Replays(@Reference DeadLetters letters, @Reference Registry registry, @Reference Codecs codecs) {
        this.letters = letters;
        this.registrations = registry.onRegistered(entries -> later(l -> isOf(l, entries)));
        this.arrivals = codecs.onArrival(model ->
                later(l -> l.cause().equals(Outcomes.NO_CODEC) && l.detail().contains("'" + model + "'")));
    }

    @Deactivate
    void stop() {
        registrations.run();
        arrivals.run();
        timer.shutdown();
    }

    private static boolean isOf(DeadLetter letter, List<Entry> entries) {
        return letter.cause().equals(Outcomes.UNKNOWN_DEVICE)
                && entries.stream()
                        .map(Entry::registration)
                        .anyMatch(r -> letter.group().equals("sensors." + r.instance())
                                && letter.detail().contains("'" + r.externalId() + "'"));
    }

    private void later(Predicate<DeadLetter> wanted) {
        Timers.later(timer, PAUSE_MILLIS, TimeUnit.MILLISECONDS, () -> replay(wanted));
    }

    private void replay(Predicate<DeadLetter> wanted) {
        try {
            long all = 0;
            long replayed = 1;
            for (int round = 0; round < MOST_ROUNDS && replayed > 0; round++) {
                replayed = letters.list(Optional.empty(), MOST).stream()
                        .filter(wanted)
                        .filter(l -> letters.replay(l.id()))
                        .count();
                all += replayed;
            }
            if (all > 0) {
                LOG.info("{} messages that had been put aside can be handled now and were replayed", all);
            }
        } catch (BusException e) {
            LOG.warn("Messages that were put aside could not be replayed; replay them by hand", e);
        }
    }
}
