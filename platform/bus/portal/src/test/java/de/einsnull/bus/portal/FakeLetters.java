package de.einsnull.bus.portal;

import de.einsnull.bus.api.BusException;
import de.einsnull.bus.api.DeadLetter;
import de.einsnull.bus.api.DeadLetters;
import de.einsnull.bus.api.TopicMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Dead letters in memory. */
final class FakeLetters implements DeadLetters {

    static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");

    final List<DeadLetter> all = new ArrayList<>();
    final List<String> replayed = new ArrayList<>();
    boolean away;
    int awayAfter = Integer.MAX_VALUE;
    /** Runs at each replay. */
    Runnable onReplay = () -> {};

    void add(String id, String group, String payload) {
        add(id, group, payload.getBytes(StandardCharsets.UTF_8), AT);
    }

    void add(String id, String group, byte[] payload, Instant at) {
        var message = new TopicMessage("shop/a", payload, Map.of("unit", "Cel"), at, 5);
        all.add(new DeadLetter(id, group, "handler-failed", "x".repeat(200), at, message));
    }

    private void check() {
        if (away || replayed.size() >= awayAfter) {
            throw new BusException("away", null);
        }
    }

    @Override
    public long count() {
        check();
        return all.size();
    }

    @Override
    public List<DeadLetter> list(Optional<String> group, int limit) {
        check();
        return all.stream()
                .filter(letter -> group.isEmpty() || group.get().equals(letter.group()))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<DeadLetter> find(String id) {
        check();
        return all.stream().filter(letter -> letter.id().equals(id)).findFirst();
    }

    @Override
    public boolean replay(String id) {
        check();
        boolean found = all.removeIf(letter -> letter.id().equals(id));
        if (found) {
            replayed.add(id);
        }
        onReplay.run();
        return found;
    }

    @Override
    public boolean discard(String id) {
        check();
        return all.removeIf(letter -> letter.id().equals(id));
    }
}
