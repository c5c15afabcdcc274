package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.core.store.SensorDatabase;
import de.einsnull.sensors.sensorthings.store.Failure;
import de.einsnull.sensors.sensorthings.store.StoreException;
import de.einsnull.sensors.sensorthings.store.Visibility;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Supplier;

/** Runs work in transactions, and says in the words of the store what went wrong. Thread-safe. */
final class Transactions {

    private static final String CANCELLED = "57014";
    private static final String DATA = "22";
    private static final String CONSTRAINT = "23";
    private static final String ROLLBACK = "40";

    /** Work that reads. */
    @FunctionalInterface
    interface Reading<T> {
        /** Does it. */
        T with(Request request) throws SQLException;
    }

    /** Work that writes. */
    @FunctionalInterface
    interface Writing<T> {
        /** Does it. */
        T with(Request request, Changes changes) throws SQLException;
    }

    /** What a thread has begun that runs several calls as one transaction. */
    private record Begun(Connection connection, Changes changes) {}

    @SuppressWarnings("ThreadLocalUsage") // one store, and none that is shared by all
    private final ThreadLocal<Begun> begun = new ThreadLocal<>();

    private final SensorDatabase database;
    private final Told told;
    private final Clock clock;
    private final boolean open;

    /** With open, new series are public unless somebody says otherwise. */
    Transactions(SensorDatabase database, Told told, Clock clock, boolean open) {
        this.database = database;
        this.told = told;
        this.clock = clock;
        this.open = open;
    }

    <T> T read(Visibility visibility, Reading<T> reading) {
        var open = begun.get();
        try {
            return open == null
                    ? database.inTransaction(c -> reading.with(request(c, visibility)))
                    : reading.with(request(open.connection(), visibility));
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Writes see everything. What changed is told after the commit. */
    <T> T write(Writing<T> writing) {
        var open = begun.get();
        try {
            if (open != null) {
                return writing.with(request(open.connection(), Visibility.ALL), open.changes());
            }
            var changes = new Changes();
            T result = database.inTransaction(c -> writing.with(request(c, Visibility.ALL), changes));
            told.of(changes);
            return result;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private Request request(Connection connection, Visibility visibility) {
        return new Request(connection, database.isPostgres(), visibility, clock.instant(), open);
    }

    /** Runs several calls of this thread as one transaction. */
    <T> T together(Supplier<T> calls) {
        if (isOpen()) {
            return calls.get();
        }
        var changes = new Changes();
        try {
            T result = database.inTransaction(c -> {
                begun.set(new Begun(c, changes));
                try {
                    return calls.get();
                } finally {
                    begun.remove();
                }
            });
            told.of(changes);
            return result;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Whether this thread is within {@link #together}. */
    boolean isOpen() {
        return begun.get() != null;
    }

    /** Makes room for observations of these times, and of now. */
    void prepare(Collection<Instant> times) {
        try {
            times.add(clock.instant());
            var open = begun.get();
            if (open == null) {
                database.observations().prepareFor(times);
            } else {
                for (Instant time : times) {
                    database.observations().prepareWithin(open.connection(), time);
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static StoreException failure(SQLException e) {
        var state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.equals(CANCELLED)) {
            return new StoreException(
                    new Failure.TooExpensive(
                            "Das dauert zu lange. Grenzen Sie die Abfrage ein.",
                            "This takes too long. Narrow it down."),
                    e);
        }
        if (state.startsWith(DATA)) {
            return new StoreException(
                    new Failure.Violated(
                            "",
                            "Ein Wert ist zu lang oder zu groß, oder enthält ein Zeichen, das nicht gespeichert werden kann.",
                            "A value is too long or too large, or has a character that cannot be stored."),
                    e);
        }
        if (state.startsWith(CONSTRAINT) || state.startsWith(ROLLBACK)) {
            return new StoreException(
                    new Failure.Conflict(
                            "Das wurde gleichzeitig von anderer Seite geändert. Versuchen Sie es noch einmal.",
                            "Somebody else changed this at the same time. Try again."),
                    e);
        }
        return new StoreException(new Failure.Away(), e);
    }
}
