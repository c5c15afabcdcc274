package de.einsnull.bench;

import de.einsnull.harness.PostgreSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The tables of observations on PostgreSQL, seen from behind: filled quickly, and weighed. */
final class SeriesRows {

    private static final String MONTH = "sensors.observation_2026_10";

    private final PostgreSql server;

    SeriesRows(PostgreSql server) {
        this.server = server;
    }

    /**
     * Adds rows of the months before, as if they had come over years; counts of the series follow.
     *
     * @param series ids of the series
     * @param each rows of each
     */
    void fill(List<Long> series, int each) throws SQLException {
        try (var connection = server.server().getPostgresDatabase().getConnection()) {
            long all = (long) series.size() * each;
            for (int year = 2021; year < 2026; year++) {
                for (int month = 1; month <= 12; month++) {
                    run(connection, partition(year, month));
                }
            }
            long first = number(connection, "select nextval('sensors.observation_seq')");
            run(connection, "select setval('sensors.observation_seq', " + (first + (all / 1000 + 1) * 1000) + ")");
            run(
                    connection,
                    "insert into sensors.observation (id, phenomenon_time, num, datastream_id) select "
                            + first + " + row_number() over (), t, 20.5, d from generate_series(1, " + each
                            + ") n, lateral (select '2021-01-01 00:00:00+00'::timestamptz + n * interval '4 min' t) x,"
                            + " unnest(array" + series + "::int[]) d");
            run(
                    connection,
                    "update sensors.observation_last set observations = observations + " + each
                            + ", first_time = '2021-01-01 00:04:00+00' where datastream_id = any(array" + series + ")");
            run(connection, "vacuum analyze sensors.observation");
        }
    }

    private static String partition(int year, int month) {
        return String.format(
                "create table if not exists sensors.observation_%1$d_%2$02d partition of sensors.observation"
                        + " for values from ('%1$d-%2$02d-01 00:00:00+00') to ('%3$d-%4$02d-01 00:00:00+00')",
                year, month, month == 12 ? year + 1 : year, month % 12 + 1);
    }

    /** Bytes an observation of the month that came through the API: table, indexes, maps. */
    double bytesEach() throws SQLException {
        try (var connection = server.server().getPostgresDatabase().getConnection()) {
            return number(connection, "select pg_total_relation_size('" + MONTH + "')") / (double) rows(connection);
        }
    }

    /** Of these, those of the table. */
    double tableBytesEach() throws SQLException {
        try (var connection = server.server().getPostgresDatabase().getConnection()) {
            return number(connection, "select pg_relation_size('" + MONTH + "')") / (double) rows(connection);
        }
    }

    private static long rows(Connection connection) throws SQLException {
        return Math.max(1, number(connection, "select count(*) from " + MONTH));
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
