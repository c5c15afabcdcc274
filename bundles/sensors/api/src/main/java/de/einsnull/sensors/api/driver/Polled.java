package de.einsnull.sensors.api.driver;

import java.time.Duration;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A driver that asks devices at intervals. The host owns timer, spread, time limit, retry and circuit breaker: after
 * {@value #FAILURES} failures in a row the instance is offline and asked with growing pauses until it answers again.
 */
@ConsumerType
public interface Polled extends SensorDriver {

    /** So many failures in a row take the instance offline. */
    int FAILURES = 3;

    /**
     * Pause between two polls.
     *
     * @return one second or more
     */
    Duration interval();

    /**
     * Asks the devices and {@linkplain DriverContext#emit emits} what they say. May block up to
     * {@value Limits#POLL_SECONDS} seconds.
     *
     * @throws DriverException if nothing could be had; the host tries again soon, and after {@value #FAILURES}
     *     failures in a row with a growing pause
     */
    void poll() throws DriverException;
}
