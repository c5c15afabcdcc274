package de.einsnull.security.core.session;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Sessions that this node has seen lately; the least recently used are forgotten first. Thread-safe. */
final class RecentSessions {

    private final Map<String, Entry> entries;

    private record Entry(Session session, Instant loadedAt) {}

    RecentSessions(int max) {
        entries = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
                return size() > max;
            }
        };
    }

    synchronized void put(Session session, Instant now) {
        entries.put(session.tokenHash(), new Entry(session, now));
    }

    /** What was loaded at a time or later. */
    synchronized Optional<Session> get(String tokenHash, Instant loadedSince) {
        return Optional.ofNullable(entries.get(tokenHash))
                .filter(entry -> !entry.loadedAt().isBefore(loadedSince))
                .map(Entry::session);
    }

    synchronized void remove(String tokenHash) {
        entries.remove(tokenHash);
    }

    synchronized void removeAll(String accountId) {
        entries.values().removeIf(entry -> entry.session().identity().id().equals(accountId));
    }
}
