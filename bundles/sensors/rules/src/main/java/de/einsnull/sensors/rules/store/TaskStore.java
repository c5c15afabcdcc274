package de.einsnull.sensors.rules.store;

import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.WorkList;
import de.einsnull.sensors.rules.model.Task;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The work list in the database. Thread-safe. */
@Component(service = {TaskStore.class, WorkList.class})
public final class TaskStore implements WorkList {

    private final Database database;
    private final Clock clock;

    /**
     * Takes the database.
     *
     * @param database schema of this module
     */
    @Activate
    public TaskStore(@Reference Database database) {
        this(database, Clock.systemUTC());
    }

    /** Takes database and clock. */
    public TaskStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public boolean add(Entry entry) {
        try {
            return database.inTransaction(c -> add(c, entry));
        } catch (SQLException e) {
            throw new SensorDataException("The work list cannot be written", e);
        }
    }

    /** Adds an entry within a transaction, unless one of its reference is open. */
    public boolean add(Connection c, Entry entry) throws SQLException {
        if (isOpen(c, entry.reference())) {
            return false;
        }
        Sql.update(
                c,
                "insert into task (reference, open_reference, team, title, detail, path, created_at, done_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, '')",
                entry.reference(),
                entry.reference(),
                entry.team(),
                entry.title(),
                entry.detail(),
                entry.path(),
                clock.instant());
        return true;
    }

    private static boolean isOpen(Connection c, String reference) throws SQLException {
        return !Sql.list(c, "select id from task where open_reference = ?", row -> row.getLong(1), reference)
                .isEmpty();
    }

    @Override
    public boolean isOpen(String reference) {
        try {
            return database.inTransaction(c -> isOpen(c, reference));
        } catch (SQLException e) {
            throw new SensorDataException("The work list cannot be read", e);
        }
    }

    /** What is to be done, oldest first; of one team, or of all when empty. */
    public List<Task> open(String team, int limit) throws SQLException {
        return list(
                "where done_at is null and (? = '' or team = ?) order by created_at, id limit " + limit, team, team);
    }

    /** What was done last. */
    public List<Task> done(int limit) throws SQLException {
        return list("where done_at is not null order by done_at desc, id desc limit " + limit);
    }

    /** Teams that have something to do. */
    public List<String> teams() throws SQLException {
        return database.inTransaction(c -> Sql.list(
                c, "select distinct team from task where done_at is null order by team", row -> row.getString(1)));
    }

    /**
     * Notes that something is done; the first one counts.
     *
     * @return false if there is no such open task
     */
    public boolean done(long id, String account) throws SQLException {
        return database.inTransaction(c -> Sql.update(
                        c,
                        "update task set done_at = ?, done_by = ?, open_reference = null"
                                + " where id = ? and done_at is null",
                        clock.instant(),
                        account,
                        id)
                > 0);
    }

    /** Removes what was done before a time. */
    public int forgetBefore(Instant time) throws SQLException {
        return database.inTransaction(c -> Sql.update(c, "delete from task where done_at < ?", time));
    }

    private List<Task> list(String rest, Object... arguments) throws SQLException {
        return database.inTransaction(c -> Sql.list(c, "select * from task " + rest, TaskStore::task, arguments));
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                row.getLong("id"),
                row.getString("team"),
                row.getString("title"),
                row.getString("detail"),
                row.getString("path"),
                Sql.instant(row, "created_at").orElseThrow(),
                Sql.instant(row, "done_at"),
                row.getString("done_by"));
    }
}
