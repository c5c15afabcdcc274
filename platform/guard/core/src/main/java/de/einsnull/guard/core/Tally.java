package de.einsnull.guard.core;

import de.einsnull.guard.api.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts harm within a sliding window. Thread-safe. */
final class Tally {

    /** More than any limit that makes sense; keeps a module that does nothing but harm from filling the memory. */
    private static final int MOST = 1_000;

    private final Clock clock;
    private final Map<Key, Line> lines = new HashMap<>();

    Tally(Clock clock) {
        this.clock = clock;
    }

    private record Key(long bundle, Kind kind) {}

    private static final class Line {
        private final Deque<Instant> at = new ArrayDeque<>();
        private String where = "";
    }

    /** What one bundle did of one kind. */
    record Entry(long bundle, Kind kind, int strikes, String where) {}

    /** Counts one more and says how many there are within the window. */
    synchronized int add(long bundle, Kind kind, String where, Duration window) {
        var line = lines.computeIfAbsent(new Key(bundle, kind), key -> new Line());
        line.where = where;
        line.at.addLast(clock.instant());
        if (line.at.size() > MOST) {
            line.at.removeFirst();
        }
        prune(line, window);
        return line.at.size();
    }

    private void prune(Line line, Duration window) {
        var oldest = clock.instant().minus(window);
        while (!line.at.isEmpty() && line.at.peekFirst().isBefore(oldest)) {
            line.at.removeFirst();
        }
    }

    synchronized void forget(long bundle) {
        lines.keySet().removeIf(key -> key.bundle() == bundle);
    }

    synchronized List<Entry> entries(Duration window) {
        lines.values().forEach(line -> prune(line, window));
        lines.values().removeIf(line -> line.at.isEmpty());
        var entries = new ArrayList<Entry>();
        lines.forEach((key, line) -> entries.add(new Entry(key.bundle(), key.kind(), line.at.size(), line.where)));
        return entries;
    }
}
