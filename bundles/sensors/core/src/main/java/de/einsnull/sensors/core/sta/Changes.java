package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.core.store.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a transaction changed that others on this node keep in memory. Told after its commit. */
final class Changes {

    private final Set<Long> things = new TreeSet<>();
    private final Set<Long> streams = new TreeSet<>();
    private final List<Row> rows = new ArrayList<>();

    void thing(long id) {
        things.add(id);
    }

    void stored(Row row) {
        rows.add(row);
    }

    /** Observations of a datastream were changed or removed. */
    void stream(long id) {
        streams.add(id);
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
