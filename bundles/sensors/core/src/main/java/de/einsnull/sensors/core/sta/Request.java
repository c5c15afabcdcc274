package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.store.Visibility;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** What all statements of one request share. For one thread. */
final class Request {

    private final Connection connection;
    private final boolean postgres;
    private final Visibility visibility;
    private final Instant now;
    private final boolean open;
    private final Map<EntityType, Boolean> points = new EnumMap<>(EntityType.class);
    private int aliases;

    Request(Connection connection, boolean postgres, Visibility visibility, Instant now, boolean open) {
        this.connection = connection;
        this.postgres = postgres;
        this.visibility = visibility;
        this.now = now;
        this.open = open;
    }

    Connection connection() {
        return connection;
    }

    boolean postgres() {
        return postgres;
    }

    Visibility visibility() {
        return visibility;
    }

    Instant now() {
        return now;
    }

    /** Whether new series are public unless somebody says otherwise. */
    boolean open() {
        return open;
    }

    /** A name for a table that no other has. */
    String alias() {
        aliases++;
        return "t" + aliases;
    }

    /** Whether all places of a type are points or no geometries at all, so that SQL can reckon with them. */
    boolean pointsOnly(EntityType type) throws SQLException {
        var known = points.get(type);
        if (known == null) {
            var sql = Sql.of("select 1 from " + Tables.name(type) + " where shape = 'OTHER' fetch first 1 rows only");
            try (var statement = sql.prepare(connection);
                    var row = statement.executeQuery()) {
                known = !row.next();
            }
            points.put(type, known);
        }
        return known;
    }
}
