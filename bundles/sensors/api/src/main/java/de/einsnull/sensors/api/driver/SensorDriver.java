package de.einsnull.sensors.api.driver;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Connects a protocol. One OSGi service is one configured instance: a component with a factory PID whose configuration
 * names the instance in the service property {@value #INSTANCE}. Implement {@link Listening} or {@link Polled}, and beside
 * it {@link Commandable} and {@link Discovering} if the devices can do that.
 *
 * <p>The host gives every instance a lane of its own and calls {@code open}, {@code poll}, {@code receive},
 * {@code execute}, {@code scan} and {@code close} one after the other, never two at once. A call that does not return in
 * time is interrupted; while it has still not returned there is no other call, and only this instance suffers. The life of
 * an instance is {@code STOPPED → OPENING → ONLINE ⇄ DEGRADED → OFFLINE → CLOSING → STOPPED}, held by the host; an instance
 * that went offline is opened again after a growing pause. One that hangs or throws again and again is put into quarantine
 * and rests until an operator starts it again.
 */
@ConsumerType
public interface SensorDriver {

    /**
     * Service property with the name of the instance: 1 to 100 letters, digits, dots, hyphens and underscores, the same
     * over restarts and updates (it names the durable queue). Without it the {@code service.pid} is the name.
     */
    String INSTANCE = "sensors.instance";

    /**
     * Describes the driver. Called from any thread, also before {@link #open}.
     *
     * @return name and channels
     */
    DriverDescription describe();

    /**
     * Starts work. May block up to {@value Limits#OPEN_SECONDS} seconds.
     *
     * @param context what the host offers, valid until {@link #close} returns
     * @throws DriverException if it cannot work now; the host tries again later
     */
    void open(DriverContext context) throws DriverException;

    /**
     * Ends work and gives everything back. May block up to {@value Limits#CLOSE_SECONDS} seconds. Also called after an
     * {@link #open} that failed.
     *
     * @param reason why
     */
    void close(CloseReason reason);
}
