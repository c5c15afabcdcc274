package de.einsnull.sensors.api.driver;

import java.util.function.Consumer;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A driver that can look for devices. What it finds stands in the inbox of city IT until somebody registers or ignores it.
 * Implement it beside {@link Listening} or {@link Polled}.
 */
@ConsumerType
public interface Discovering extends SensorDriver {

    /**
     * Looks for devices once and returns. Runs on the lane of the instance while it is open; its messages wait so long. May
     * block up to {@value Limits#SCAN_SECONDS} seconds; what was found until then counts.
     *
     * @param found takes each device, registered or not; at most {@value Limits#CANDIDATES}, more are left out
     * @throws DriverException if it cannot look now
     */
    void scan(Consumer<Candidate> found) throws DriverException;
}
