package de.einsnull.sensors.core.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Ids from a sequence that counts in blocks, so that few of them need a question to the database. Thread-safe. */
public final class IdBlocks {

    private final String sql;
    private final int size;
    private long next;
    private long end;

    IdBlocks(boolean postgres, String sequence, int size) {
        this.sql = postgres ? "select nextval('" + sequence + "')" : "values next value for " + sequence;
        this.size = size;
    }

    /** An id that nobody has used. */
    public synchronized long next(Connection connection) throws SQLException {
        if (next == end) {
            try (var statement = connection.prepareStatement(sql);
                    var row = statement.executeQuery()) {
                row.next();
                end = row.getLong(1) + 1;
                next = end - size;
            }
        }
        return next++;
    }
}
