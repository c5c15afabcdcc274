package de.einsnull.sensors.api.driver;

import java.time.Duration;
import org.osgi.annotation.versioning.ConsumerType;

/** A driver that asks devices at intervals. The host owns timer, spread, time limit and retry. */
@ConsumerType
public interface Polled extends SensorDriver {

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
     * @throws DriverException if nothing could be had; the host tries again at the next interval, and after several
     *     failures with a growing pause
     */
    void poll() throws DriverException;
}
