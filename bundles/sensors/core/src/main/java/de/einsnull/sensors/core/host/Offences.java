package de.einsnull.sensors.core.host;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts what a driver does that the platform cannot put right by waiting: calls that ignore being interrupted, and messages
 * that it throws at one after the other. A device that is away is no offence. Thread-safe.
 */
final class Offences {

    /** So many hanging calls within {@link #MEMORY} mean quarantine. */
    static final int HANGS = 3;

    /** So many messages in a row at which it threw something unexpected mean quarantine. */
    static final int THROWS = 20;

    private static final Duration MEMORY = Duration.ofHours(1);

    private final Clock clock;
    private final Deque<Instant> hangs = new ArrayDeque<>();
    private int thrown;

    Offences(Clock clock) {
        this.clock = clock;
    }

    /** A call did not return although it was interrupted. */
    synchronized void hung() {
        hangs.addLast(clock.instant());
        if (hangs.size() > HANGS) {
            hangs.removeFirst();
        }
    }

    /** It threw something unexpected at a message. */
    synchronized void threw() {
        thrown++;
    }

    /** It handled a message. */
    synchronized void behaved() {
        thrown = 0;
    }

    /** An operator starts it again. */
    synchronized void pardon() {
        hangs.clear();
        thrown = 0;
    }

    /** Why it must rest, empty if it need not. */
    synchronized String verdict() {
        var since = clock.instant().minus(MEMORY);
        if (hangs.size() >= HANGS && hangs.getFirst().isAfter(since)) {
            return HANGS + " calls within an hour did not return although they were interrupted";
        }
        return thrown >= THROWS ? "it threw at " + thrown + " messages in a row" : "";
    }
}
