package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.core.ingest.Live;
import de.einsnull.sensors.core.registry.Registry;
import de.einsnull.sensors.core.store.Results;
import de.einsnull.sensors.core.store.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the register and the listeners of this node what was written through SensorThings. */
final class Told {

    private static final Logger LOG = LoggerFactory.getLogger(Told.class);

    private final Registry registry;
    private final Live live;

    Told(Registry registry, Live live) {
        this.registry = registry;
        this.live = live;
    }

    void of(Changes changes) {
        try {
            if (!changes.things().isEmpty()) {
                registry.refresh(changes.things());
            }
            if (!changes.streams().isEmpty()) {
                registry.renewLast(changes.streams());
            }
        } catch (SensorDataException e) {
            LOG.warn("What was written through SensorThings is stored, but the map shows it only after a restart", e);
        }
        if (!changes.rows().isEmpty()) {
            live.stored(changes.rows().stream().map(Told::observation).toList());
        }
        live.changed(changes.entities());
    }

    private static Observation observation(Row row) {
        return new Observation(
                row.datastream(),
                row.time(),
                row.result() == null ? row.time() : row.result(),
                row.seq() == null ? 0 : row.seq(),
                Results.value(row.num(), row.txt()));
    }
}
