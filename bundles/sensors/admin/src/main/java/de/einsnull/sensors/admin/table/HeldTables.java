package de.einsnull.sensors.admin.table;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps tables between the look at them and the deed, so that nobody has to choose the file twice: for half an hour, in
 * memory, and only for whoever sent them. Thread-safe.
 */
final class HeldTables {

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int MOST = 20;

    private final Map<String, Held> held = new LinkedHashMap<>();
    private final Clock clock;

    /**
     * A table.
     *
     * @param owner account that sent it
     * @param csv content of the file
     * @param done how many devices were registered and changed, negative before
     */
    record Held(String owner, byte[] csv, Done done, Instant until) {}

    /** What was done with a table. */
    public record Done(long added, long changed) {

        /** Nothing yet. */
        static final Done NOTHING = new Done(-1, -1);
    }

    HeldTables(Clock clock) {
        this.clock = clock;
    }

    /** A token by which the same person finds it again. */
    synchronized String hold(String owner, byte[] csv) {
        tidy();
        while (held.size() >= MOST) {
            held.remove(held.keySet().iterator().next());
        }
        var token = UUID.randomUUID().toString();
        held.put(token, new Held(owner, csv, Done.NOTHING, clock.instant().plus(LONGEST)));
        return token;
    }

    synchronized Optional<Held> find(String owner, String token) {
        tidy();
        return Optional.ofNullable(held.get(token)).filter(one -> one.owner().equals(owner));
    }

    synchronized void done(String token, Done done) {
        held.computeIfPresent(token, (key, one) -> new Held(one.owner(), one.csv(), done, one.until()));
    }

    private void tidy() {
        var now = clock.instant();
        held.values().removeIf(one -> one.until().isBefore(now));
    }
}
