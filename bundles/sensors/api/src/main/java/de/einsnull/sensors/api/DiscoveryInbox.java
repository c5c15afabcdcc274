package de.einsnull.sensors.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Devices that were heard or found but are not registered. Registering a device ({@link DeviceRegistry#register}) accepts it
 * and takes it out of the inbox; one that is ignored stays silent until it is wanted again. Kept in the database. Safe for
 * use by several threads.
 *
 * <p>All methods throw {@link SensorDataException} if the database cannot be reached.
 */
@ProviderType
public interface DiscoveryInbox {

    /**
     * Lists what was heard or found, the latest first.
     *
     * @param ignored those that are ignored, or those that are not
     * @param limit 1 to 1,000
     * @return the devices
     */
    List<Find> finds(boolean ignored, int limit);

    /**
     * Ignores a device, or wants it again.
     *
     * @param instance driver instance that hears it
     * @param externalId what the driver calls it
     * @param ignored whether it is ignored from now on
     * @param actor account that decides
     * @return false if it is not in the inbox
     */
    boolean ignore(String instance, String externalId, boolean ignored, String actor);

    /**
     * Lets a driver instance look for devices. Returns at once; what it finds appears in the inbox.
     *
     * @param instance driver instance
     * @return false if there is no such instance, it is not open, it cannot look, or it is looking already
     */
    boolean scan(String instance);

    /**
     * Driver instances that can look for devices now.
     *
     * @return names
     */
    List<String> scanners();

    /**
     * A device in the inbox.
     *
     * @param instance driver instance that hears it
     * @param externalId what the driver calls it
     * @param model id of its model, empty if unknown
     * @param name how it calls itself, empty if unknown
     * @param facts what else the driver said about it
     * @param firstSeen when it was first heard or found (UTC)
     * @param lastSeen when it was last heard or found (UTC)
     * @param messages messages that could not be stored because it is not registered
     */
    record Find(
            String instance,
            String externalId,
            String model,
            String name,
            Map<String, String> facts,
            Instant firstSeen,
            Instant lastSeen,
            long messages) {

        /** Copies the map. */
        public Find {
            facts = Map.copyOf(facts);
        }
    }
}
