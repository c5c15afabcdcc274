package de.einsnull.data.jpa.outbox;

import java.time.Duration;

/**
 * How long the relay waits. After a hint it looks again soon and ever less often, because the hint comes before the
 * commit; after a failure it waits longer each time, hints or not. Used by one thread.
 */
final class Pace {

    private static final Duration SOON = Duration.ofMillis(5);

    private final Duration poll;
    private final Duration longest;
    private Duration pause = Duration.ZERO;
    private boolean failing;

    Pace(Duration poll, Duration longest) {
        this.poll = poll;
        this.longest = longest;
    }

    Duration pause() {
        return pause;
    }

    /** Rows may appear any moment. */
    void hinted() {
        if (!failing) {
            pause = SOON;
        }
    }

    /** A batch went through. */
    void moved(int rows, int batchSize) {
        failing = false;
        if (rows == batchSize) {
            pause = Duration.ZERO;
        } else if (rows > 0) {
            pause = SOON;
        } else {
            pause = min(pause.isZero() ? SOON : pause.multipliedBy(2), poll);
        }
    }

    /** Nothing went through. */
    void failed() {
        pause = failing ? min(pause.multipliedBy(2), longest) : min(poll, longest);
        failing = true;
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
