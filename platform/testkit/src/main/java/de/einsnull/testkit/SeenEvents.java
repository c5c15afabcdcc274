package de.einsnull.testkit;

import de.einsnull.data.api.ProcessedEvents;
import java.sql.Connection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers in memory which events were handled, whatever becomes of the transaction. Safe for use by several threads. */
public final class SeenEvents implements ProcessedEvents {

    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    @Override
    public boolean markFirst(Connection connection, String group, String eventId) {
        return seen.add(group + " " + eventId);
    }
}
