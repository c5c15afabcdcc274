package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.core.ingest.Live;
import de.einsnull.sensors.core.store.Row;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.store.EntityChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a transaction changed that others on this node keep in memory. Told after its commit. */
final class Changes {

    private final Set<Long> things = new TreeSet<>();
    private final Set<Long> streams = new TreeSet<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<EntityChange> entities = new ArrayList<>();

    void thing(long id) {
        things.add(id);
    }

    void stored(Row row) {
        entities.add(EntityChange.created(EntityType.OBSERVATION, row.id()));
        rows.add(row);
    }

    /** Observations of a datastream were changed or removed. */
    void stream(long id) {
        streams.add(id);
    }

    void created(EntityType type, long id) {
        entities.add(EntityChange.created(type, id));
    }

    void changed(EntityType type, long id, Set<Property> properties) {
        entities.add(new EntityChange(type, id, EntityChange.What.CHANGED, properties));
    }

    /** What clients of SensorThings may want to hear. */
    List<EntityChange> entities() {
        var all = new ArrayList<>(entities);
        var series = new TreeSet<>(streams);
        rows.forEach(row -> series.add(row.datastream()));
        series.forEach(id -> all.add(Live.followed(id)));
        return all;
    }

    Set<Long> streams() {
        return streams;
    }

    Set<Long> things() {
        return things;
    }

    List<Row> rows() {
        return rows;
    }
}
