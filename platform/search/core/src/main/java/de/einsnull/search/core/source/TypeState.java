package de.einsnull.search.core.source;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** How far the documents of a type have been read. Thread-safe. */
final class TypeState {

    private static final long FIRST_PAUSE_IN_S = 5;
    private static final int MOST_DOUBLINGS = 7;

    private final Set<String> changedMeanwhile = ConcurrentHashMap.newKeySet();
    private volatile String reading = "";
    private volatile boolean running;
    private volatile String problem = "";
    private volatile int failures;

    /** Begins to read all; what changes from now on is newer than what is read. */
    String begin() {
        changedMeanwhile.clear();
        reading = UUID.randomUUID().toString();
        running = true;
        return reading;
    }

    void succeeded() {
        running = false;
        failures = 0;
        problem = "";
        changedMeanwhile.clear();
    }

    /** Notes a failure and tells after how many seconds to try again. */
    long failed(String why) {
        running = false;
        problem = why;
        failures++;
        return FIRST_PAUSE_IN_S << Math.min(MOST_DOUBLINGS, failures - 1);
    }

    /** A thing changed; call it before it is asked for. */
    void changed(String id) {
        if (running) {
            changedMeanwhile.add(id);
        }
    }

    boolean hasChanged(String id) {
        return changedMeanwhile.contains(id);
    }

    /** The reading that is under way or was the last. */
    String reading() {
        return reading;
    }

    /** What went wrong the last time, empty if nothing did. */
    String problem() {
        return problem;
    }
}
