package de.einsnull.jobs.core;

import de.einsnull.jobs.core.JobRow.Outcome;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The rows of the jobs. One conditional update decides which node runs a job at a time, so that only one does. */
final class JobTable {

    /** A node that died holds its jobs no longer than this after their time limit. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    /**
     * Nothing is planned and no lease lasts longer from now on than this. What does was written down while the clock was
     * wrong, and must not keep a job from running until that time comes.
     */
    private static final Duration LONGEST = Duration.ofDays(1).plus(GRACE);

    private static final int MESSAGE = 1_000;
    private static final String COLUMNS =
            "name, planned, lease_until, begun, ended, outcome, message, succeeded, runs, failures, missed";

    private final DataSource source;
    private final Clock clock;
    private final String node = UUID.randomUUID().toString();

    JobTable(DataSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** Makes the row of a job unless it is there. */
    void ensure(String name) throws SQLException {
        try (var connection = source.getConnection();
                var insert = connection.prepareStatement("insert into job (name) select cast(? as varchar(100))"
                        + " where not exists (select 1 from job where name = ?)")) {
            insert.setString(1, name);
            insert.setString(2, name);
            insert.executeUpdate();
        } catch (SQLException e) {
            // Another node may have been faster, which is as good.
            if (e.getSQLState() == null || !e.getSQLState().startsWith("23")) {
                throw e;
            }
        }
    }

    /**
     * Takes a job for a run.
     *
     * @param missed how many times were missed before this one
     * @return false if another node has run it for that time or runs it now
     */
    boolean claim(JobSpec job, Instant planned, long missed) throws SQLException {
        long now = clock.millis();
        try (var connection = source.getConnection();
                var update = connection.prepareStatement("update job set planned = ?, runner = ?, lease_until = ?,"
                        + " begun = ?, missed = missed + ? where name = ? and (planned < ? or planned > ?)"
                        + " and (lease_until < ? or lease_until > ?)")) {
            update.setLong(1, planned.toEpochMilli());
            update.setString(2, node);
            update.setLong(3, now + job.limit().plus(GRACE).toMillis());
            update.setLong(4, now);
            update.setLong(5, missed);
            update.setString(6, job.name());
            update.setLong(7, planned.toEpochMilli());
            update.setLong(8, now + GRACE.toMillis());
            update.setLong(9, now);
            update.setLong(10, now + LONGEST.toMillis());
            return update.executeUpdate() == 1;
        }
    }

    /** Gives a job back with what became of it. */
    void finish(String name, Outcome outcome, String message) throws SQLException {
        boolean success = outcome == Outcome.SUCCEEDED;
        try (var connection = source.getConnection();
                var update = connection.prepareStatement("update job set runner = '', lease_until = 0, ended = ?,"
                        + " outcome = ?, message = ?, succeeded = case when ? then begun else succeeded end,"
                        + " runs = runs + 1, failures = failures + ? where name = ? and runner = ?")) {
            update.setLong(1, clock.millis());
            update.setString(2, outcome.name());
            update.setString(3, message.length() > MESSAGE ? message.substring(0, MESSAGE) : message);
            update.setBoolean(4, success);
            update.setInt(5, success ? 0 : 1);
            update.setString(6, name);
            update.setString(7, node);
            update.executeUpdate();
        }
    }

    Optional<JobRow> row(String name) throws SQLException {
        return Optional.ofNullable(rows().get(name));
    }

    /** All rows by name. */
    Map<String, JobRow> rows() throws SQLException {
        try (var connection = source.getConnection()) {
            return read(connection);
        }
    }

    private Map<String, JobRow> read(Connection connection) throws SQLException {
        var rows = new HashMap<String, JobRow>();
        try (var select = connection.prepareStatement("select " + COLUMNS + " from job");
                var result = select.executeQuery()) {
            while (result.next()) {
                rows.put(result.getString("name"), row(result));
            }
        }
        return rows;
    }

    private JobRow row(ResultSet row) throws SQLException {
        return new JobRow(
                row.getString("name"),
                instant(row, "planned"),
                isHeld(row.getLong("lease_until")),
                instant(row, "begun"),
                instant(row, "ended"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("message"),
                instant(row, "succeeded"),
                row.getLong("runs"),
                row.getLong("failures"),
                row.getLong("missed"));
    }

    private boolean isHeld(long leaseUntil) {
        return leaseUntil >= clock.millis() && leaseUntil <= clock.millis() + LONGEST.toMillis();
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
