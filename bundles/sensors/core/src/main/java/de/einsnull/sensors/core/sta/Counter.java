package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.store.Visibility;
import java.sql.SQLException;

/** Counts entities. Observations are counted when they are stored, so that nobody has to count millions. */
final class Counter {

    private final Request request;

    Counter(Request request) {
        this.request = request;
    }

    /** How many there are. */
    long count(Source source, boolean unfiltered) throws SQLException {
        boolean whole = source.conditions().size() == (request.visibility() == Visibility.OPEN ? 1 : 0);
        if (source.type() == EntityType.OBSERVATION && unfiltered && whole) {
            return number(Sql.of("select coalesce(sum(l.observations), 0) from observation_last l"
                    + (request.visibility() == Visibility.OPEN
                            ? " join datastream d on d.id = l.datastream_id where d.is_open"
                            : "")));
        }
        if (source.stream() != 0 && unfiltered) {
            return number(Sql.of(
                    "select coalesce(max(l.observations), 0) from observation_last l where l.datastream_id = ?",
                    source.stream()));
        }
        return number(Sql.of("select count(*)").add(source.from()));
    }

    private long number(Sql sql) throws SQLException {
        try (var statement = sql.reading(request.connection());
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
