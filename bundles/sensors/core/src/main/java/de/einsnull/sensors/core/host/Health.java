package de.einsnull.sensors.core.host;

import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.DriverInstances.Status;
import de.einsnull.sensors.api.DriverState;
import java.time.Clock;
import java.time.Instant;

/** State of an instance with cause and time. Thread-safe. */
final class Health {

    private record Now(DriverState state, DriverCause cause, String detail, Instant since, boolean byDriver) {}

    private final Clock clock;
    private volatile Now now;

    Health(Clock clock) {
        this.clock = clock;
        this.now = new Now(DriverState.STOPPED, DriverCause.NONE, "", clock.instant(), false);
    }

    synchronized void set(DriverState state, DriverCause cause, String detail) {
        change(state, cause, detail, false);
    }

    /** What the driver says of itself; heard only while it is open or being opened. */
    synchronized void report(DriverState state, DriverCause cause, String detail) {
        if (isWorking() || now.state() == DriverState.OPENING) {
            change(state, cause, detail, true);
        }
    }

    /** Open: online, unless the driver said otherwise while it was being opened. */
    synchronized void opened() {
        if (now.state() == DriverState.OPENING) {
            change(DriverState.ONLINE, DriverCause.NONE, "", false);
        }
    }

    /** A call went well: what the host had noted is over, what the driver said of itself stays. */
    synchronized void recovered() {
        if (now.state() == DriverState.DEGRADED && !now.byDriver()) {
            change(DriverState.ONLINE, DriverCause.NONE, "", false);
        }
    }

    private void change(DriverState state, DriverCause cause, String detail, boolean byDriver) {
        var since = now.state() == state ? now.since() : clock.instant();
        now = new Now(state, cause, detail, since, byDriver);
    }

    /** Whether the driver is open. A driver that says that it is offline is still open. */
    boolean isWorking() {
        var n = now;
        return n.state() == DriverState.ONLINE || n.state() == DriverState.DEGRADED || n.byDriver();
    }

    boolean isOpening() {
        return now.state() == DriverState.OPENING;
    }

    Status status(String instance, String driver, long backlog) {
        var n = now;
        return new Status(instance, driver, n.state(), n.cause(), n.detail(), n.since(), backlog);
    }
}
