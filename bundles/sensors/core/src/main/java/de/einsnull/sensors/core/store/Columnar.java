package de.einsnull.sensors.core.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Many rows as one array a column, for PostgreSQL: one statement, whatever the number of rows. */
final class Columnar {

    private Columnar() {}

    /** A column as an array of its own type, which the driver sends in binary form. */
    static <R, T> void array(
            PreparedStatement statement,
            int index,
            String type,
            Collection<R> rows,
            Function<R, T> column,
            IntFunction<T[]> array)
            throws SQLException {
        var values = rows.stream().map(column).toArray(array);
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }

    /** A column of times, as microseconds. */
    static <R> void times(PreparedStatement statement, int index, Collection<R> rows, Function<R, Instant> column)
            throws SQLException {
        array(statement, index, "int8", rows, row -> micros(column.apply(row)), Long[]::new);
    }

    /** A column of long numbers. */
    static <R> void longs(PreparedStatement statement, int index, Collection<R> rows, Function<R, Long> column)
            throws SQLException {
        array(statement, index, "int8", rows, column, Long[]::new);
    }

    /** Puts rows into a statement. */
    @FunctionalInterface
    interface Setter<R> {
        /** Sets all parameters. */
        void set(PreparedStatement statement, R rows) throws SQLException;
    }

    /** Runs a statement for all rows at once, as PostgreSQL takes it. */
    static <R> void atOnce(Connection connection, String statement, List<R> rows, Setter<List<R>> setter)
            throws SQLException {
        try (var prepared = connection.prepareStatement(statement)) {
            setter.set(prepared, rows);
            prepared.executeUpdate();
        }
    }

    /** Runs a statement for each row, in one batch. */
    static <R> void each(Connection connection, String statement, List<R> rows, Setter<R> setter) throws SQLException {
        try (var prepared = connection.prepareStatement(statement)) {
            for (R row : rows) {
                setter.set(prepared, row);
                prepared.addBatch();
            }
            prepared.executeBatch();
        }
    }

    private static Long micros(Instant time) {
        return time == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    /** The time of a column of microseconds in SQL; in two parts, since a double cannot say all of them. */
    static String time(String micros) {
        return "to_timestamp(" + micros + " / 1000000) + " + micros + " % 1000000 * interval '1 microsecond'";
    }
}
