package de.einsnull.testkit;

import de.einsnull.bus.api.CityEvent;
import de.einsnull.data.api.Outbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An outbox that remembers what it was given, whether the transaction commits or not. Safe for use by several threads. */
public final class RecordedOutbox implements Outbox {

    private final List<CityEvent> events = new CopyOnWriteArrayList<>();
    private volatile boolean refuses;

    /** Throws at every event from now on. */
    public void refuses() {
        refuses = true;
    }

    /**
     * What it was given.
     *
     * @return events in order
     */
    public List<CityEvent> events() {
        return List.copyOf(events);
    }

    @Override
    public void append(Connection connection, CityEvent event) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("The event and its row need one transaction: switch auto-commit off");
        }
        if (refuses) {
            throw new SQLException("The test wants the outbox to refuse");
        }
        events.add(event);
    }

    @Override
    public long pending() {
        return events.size();
    }
}
