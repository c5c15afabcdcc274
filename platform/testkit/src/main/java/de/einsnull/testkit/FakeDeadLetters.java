package de.einsnull.testkit;

import de.einsnull.bus.api.BusException;
import de.einsnull.bus.api.DeadLetter;
import de.einsnull.bus.api.DeadLetters;
import de.einsnull.bus.api.TopicMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Dead letters in memory, and a broker that can be taken away. */
public final class FakeDeadLetters implements DeadLetters {

    /** When a letter was put aside unless a test says otherwise. */
    public static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");

    private final List<DeadLetter> letters = new CopyOnWriteArrayList<>();
    private final List<String> replayed = new CopyOnWriteArrayList<>();
    private volatile boolean away;
    private volatile int awayAfter = Integer.MAX_VALUE;
    private volatile Runnable onReplay = () -> {};

    /**
     * Puts a message aside at {@link #AT}.
     *
     * @param id id of the letter
     * @param group who could not handle it
     * @param payload content of the message
     */
    public void add(String id, String group, String payload) {
        add(id, group, payload.getBytes(StandardCharsets.UTF_8), AT);
    }

    /**
     * Puts a message aside that came on the topic {@code shop/a}.
     *
     * @param id id of the letter
     * @param group who could not handle it
     * @param payload content of the message
     * @param at when
     */
    public void add(String id, String group, byte[] payload, Instant at) {
        var message = new TopicMessage("shop/a", payload, Map.of("unit", "Cel"), at, 5);
        letters.add(new DeadLetter(id, group, "handler-failed", "x".repeat(200), at, message));
    }

    /**
     * What lies there.
     *
     * @return letters, oldest first; also while the broker is away
     */
    public List<DeadLetter> all() {
        return List.copyOf(letters);
    }

    /**
     * What was given back to its group.
     *
     * @return ids in the order of the replays
     */
    public List<String> replayed() {
        return List.copyOf(replayed);
    }

    /**
     * Takes the broker away or brings it back.
     *
     * @param isAway whether every call fails
     */
    public void setAway(boolean isAway) {
        away = isAway;
    }

    /**
     * Whether the broker is away.
     *
     * @return true if every call fails
     */
    public boolean isAway() {
        return away || replayed.size() >= awayAfter;
    }

    /**
     * Takes the broker away in the midst of things.
     *
     * @param replays how many replays succeed before
     */
    public void goAwayAfter(int replays) {
        awayAfter = replays;
    }

    /**
     * Lets something happen at each replay.
     *
     * @param action runs after the letter was taken
     */
    public void onReplay(Runnable action) {
        onReplay = action;
    }

    @Override
    public long count() {
        check();
        return letters.size();
    }

    @Override
    public List<DeadLetter> list(Optional<String> group, int limit) {
        check();
        return letters.stream()
                .filter(letter -> group.isEmpty() || group.get().equals(letter.group()))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<DeadLetter> find(String id) {
        check();
        return letters.stream().filter(letter -> letter.id().equals(id)).findFirst();
    }

    @Override
    public boolean replay(String id) {
        boolean found = discard(id);
        if (found) {
            replayed.add(id);
        }
        onReplay.run();
        return found;
    }

    @Override
    public boolean discard(String id) {
        check();
        return letters.removeIf(letter -> letter.id().equals(id));
    }

    private void check() {
        if (isAway()) {
            throw new BusException("away", null);
        }
    }
}
