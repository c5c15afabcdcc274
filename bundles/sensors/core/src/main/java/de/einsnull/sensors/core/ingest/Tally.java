package de.einsnull.sensors.core.ingest;

import de.einsnull.health.api.Metrics;
import de.einsnull.sensors.api.DriverInstances.LedgerRow;
import de.einsnull.sensors.api.UnknownDevice;
import de.einsnull.sensors.core.store.Ledger;
import de.einsnull.sensors.core.store.SensorDatabase;
import de.einsnull.sensors.core.store.StreamRefusals;
import de.einsnull.sensors.core.store.UnknownDevices;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what happens, for metrics at once and for ledger and inbox every few seconds. What was stored is counted in the
 * transaction that stores it, so those numbers are exact even across a crash.
 */
@Component(service = Tally.class)
public final class Tally {

    private static final Logger LOG = LoggerFactory.getLogger(Tally.class);
    private static final int FLUSH_SECONDS = 5;
    private static final int MAX_KEYS = 10_000;
    private static final int MOST_CHANNEL = 64;

    private record Key(String instance, String what) {}

    private final SensorDatabase database;
    private final Metrics metrics;
    private final Clock clock;
    private final ScheduledExecutorService timer = Timers.single("sensors-tally");
    private final Map<Key, LedgerRow> counts = new HashMap<>();
    private final Map<Key, UnknownDevice> unknown = new HashMap<>();
    private final Map<StreamRefusals.Key, Long> refused = new HashMap<>();

    @Activate
    public Tally(@Reference SensorDatabase database, @Reference Metrics metrics) {
        this(database, metrics, Clock.systemUTC());
        Timers.every(timer, FLUSH_SECONDS, TimeUnit.SECONDS, this::flush);
    }

    public Tally(SensorDatabase database, Metrics metrics, Clock clock) {
        this.database = database;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Deactivate
    void stop() {
        timer.shutdown();
        flush();
    }

    /** Counts in metrics only; the caller writes the ledger. */
    public void meter(String outcome, long amount) {
        metrics.counter("sensors.outcomes", "What happened to readings and messages.", "outcome", outcome)
                .add(amount);
    }

    /** Counts in metrics and, a little later, in the ledger. */
    public void count(String instance, String outcome, long amount) {
        meter(outcome, amount);
        Instant now = clock.instant();
        synchronized (counts) {
            var key = new Key(instance, outcome);
            if (counts.containsKey(key) || counts.size() < MAX_KEYS) {
                counts.merge(key, new LedgerRow(instance, outcome, amount, now), Tally::sum);
            }
        }
    }

    /** Counts a reading of a registered device that is not stored, for the ledger by channel. */
    public void refused(String instance, String device, String channel, String outcome) {
        var key = new StreamRefusals.Key(
                instance, device, channel.substring(0, Math.min(channel.length(), MOST_CHANNEL)), outcome);
        synchronized (counts) {
            if (refused.containsKey(key) || refused.size() < MAX_KEYS) {
                refused.merge(key, 1L, Long::sum);
            }
        }
    }

    /** Notes that a device sent that is not registered. */
    public void unknownDevice(String instance, String device) {
        Instant now = clock.instant();
        synchronized (counts) {
            var key = new Key(instance, device);
            if (unknown.containsKey(key) || unknown.size() < MAX_KEYS) {
                unknown.merge(key, new UnknownDevice(instance, device, now, now, 1), Tally::sum);
            }
        }
    }

    private static LedgerRow sum(LedgerRow a, LedgerRow b) {
        return new LedgerRow(a.instance(), a.outcome(), a.count() + b.count(), b.last());
    }

    private static UnknownDevice sum(UnknownDevice a, UnknownDevice b) {
        return new UnknownDevice(
                a.instance(), a.externalId(), a.firstSeen(), b.lastSeen(), a.messages() + b.messages());
    }

    /** Writes what was counted; keeps it for the next time if that fails. */
    public void flush() {
        List<LedgerRow> rows;
        List<UnknownDevice> devices;
        Map<StreamRefusals.Key, Long> readings;
        synchronized (counts) {
            rows = new ArrayList<>(counts.values());
            devices = new ArrayList<>(unknown.values());
            readings = new HashMap<>(refused);
            counts.clear();
            unknown.clear();
            refused.clear();
        }
        if (rows.isEmpty() && devices.isEmpty() && readings.isEmpty()) {
            return;
        }
        try {
            database.inTransaction(c -> {
                Ledger.add(c, rows);
                UnknownDevices.add(c, devices);
                StreamRefusals.add(c, readings);
                return true;
            });
        } catch (SQLException e) {
            LOG.warn("The ledger could not be written, that is tried again", e);
            keep(rows, devices, readings);
        }
    }

    private void keep(List<LedgerRow> rows, List<UnknownDevice> devices, Map<StreamRefusals.Key, Long> readings) {
        synchronized (counts) {
            rows.forEach(r -> counts.merge(new Key(r.instance(), r.outcome()), r, (now, old) -> sum(old, now)));
            readings.forEach((key, amount) -> refused.merge(key, amount, Long::sum));
            devices.forEach(d -> unknown.merge(new Key(d.instance(), d.externalId()), d, (now, old) -> sum(old, now)));
        }
    }
}
