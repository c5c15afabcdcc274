package de.einsnull.sensors.core.host;

import static de.einsnull.sensors.api.DriverState.CLOSING;
import static de.einsnull.sensors.api.DriverState.DEGRADED;
import static de.einsnull.sensors.api.DriverState.OFFLINE;
import static de.einsnull.sensors.api.DriverState.ONLINE;
import static de.einsnull.sensors.api.DriverState.OPENING;
import static de.einsnull.sensors.api.DriverState.STOPPED;

import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.DriverInstances.Status;
import de.einsnull.sensors.api.DriverState;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** The state machine of an instance, with cause and time. Thread-safe. */
final class Health {

    private static final Map<DriverState, Set<DriverState>> NEXT = Map.of(
            STOPPED, Set.of(OPENING),
            OPENING, Set.of(ONLINE, DEGRADED, OFFLINE, CLOSING),
            ONLINE, Set.of(DEGRADED, OFFLINE, CLOSING),
            DEGRADED, Set.of(ONLINE, OFFLINE, CLOSING),
            OFFLINE, Set.of(ONLINE, DEGRADED, OPENING, CLOSING),
            CLOSING, Set.of(STOPPED, OFFLINE));

    /**
     * Where it is.
     *
     * @param byDriver whether the driver said so itself
     * @param open whether the driver is open: one that says that it is offline still is
     */
    private record Now(
            DriverState state, DriverCause cause, String detail, Instant since, boolean byDriver, boolean open) {}

    private final Clock clock;
    private volatile Now now;

    Health(Clock clock) {
        this.clock = clock;
        this.now = new Now(STOPPED, DriverCause.NONE, "", clock.instant(), false, false);
    }

    void opening() {
        move(OPENING, DriverCause.NONE, "", false, false);
    }

    /** Open: online, unless the driver said otherwise while it was being opened. */
    synchronized void opened() {
        var n = now;
        if (n.byDriver()) {
            move(n.state(), n.cause(), n.detail(), true, true);
        } else {
            move(ONLINE, DriverCause.NONE, "", false, true);
        }
    }

    /** Works in part, as the host sees it; heard only while it is open. */
    synchronized void degraded(DriverCause cause, String detail) {
        if (now.open()) {
            move(DEGRADED, cause, detail, false, true);
        }
    }

    void closing() {
        move(CLOSING, DriverCause.NONE, "", false, false);
    }

    void stopped() {
        move(STOPPED, DriverCause.NONE, "", false, false);
    }

    void offline(DriverCause cause, String detail) {
        move(OFFLINE, cause, detail, false, false);
    }

    /** What the driver says of itself; heard only while it is open or being opened. */
    synchronized void report(DriverState state, DriverCause cause, String detail) {
        var n = now;
        if (n.open() || n.state() == OPENING) {
            move(state, cause, detail, true, n.open());
        }
    }

    /** A call went well: what the host had noted is over, what the driver said of itself stays. */
    synchronized void recovered() {
        var n = now;
        if (n.state() == DEGRADED && !n.byDriver()) {
            move(ONLINE, DriverCause.NONE, "", false, n.open());
        }
    }

    private synchronized void move(DriverState to, DriverCause cause, String detail, boolean byDriver, boolean open) {
        var from = now.state();
        if (from != to && !NEXT.get(from).contains(to)) {
            throw new IllegalStateException("An instance that is " + from + " cannot become " + to);
        }
        now = new Now(to, cause, detail, from == to ? now.since() : clock.instant(), byDriver, open);
    }

    /** Whether the driver is open. A driver that says that it is offline is still open. */
    boolean isOpen() {
        return now.open();
    }

    boolean is(DriverState state) {
        return now.state() == state;
    }

    Status status(String instance, String driver, long backlog) {
        var n = now;
        return new Status(instance, driver, n.state(), n.cause(), n.detail(), n.since(), backlog);
    }
}
