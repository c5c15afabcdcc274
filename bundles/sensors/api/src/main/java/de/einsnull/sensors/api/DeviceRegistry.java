package de.einsnull.sensors.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The register of devices. Registering a device creates its thing with location; datastreams come with the channels of its
 * model, or with the first reading of a channel. Safe for use by several threads.
 *
 * <p>All methods that change something throw {@link SensorDataException} if the database cannot be reached.
 */
@ProviderType
public interface DeviceRegistry {

    /**
     * Registers a device, or updates it if its instance and external id are registered already.
     *
     * @param registration what is stated about it
     * @return the device
     */
    Device register(DeviceRegistration registration);

    /**
     * Registers many devices in one transaction: all or none.
     *
     * @param registrations at most 10,000
     * @return the devices, in the same order
     */
    List<Device> registerAll(List<DeviceRegistration> registrations);

    /**
     * Removes a device with its thing, datastreams and observations.
     *
     * @param id id of the device
     * @return false if there is none
     */
    boolean remove(long id);

    /**
     * Finds a device by its id.
     *
     * @param id id of the device
     * @return the device, empty if there is none
     */
    Optional<Device> device(long id);

    /**
     * Finds a device by what its driver calls it.
     *
     * @param instance driver instance
     * @param externalId what the driver calls it
     * @return the device, empty if there is none
     */
    Optional<Device> find(String instance, String externalId);

    /**
     * Lists devices by id.
     *
     * @param instance only those of this driver instance, all when empty
     * @param offset how many are skipped
     * @param limit most devices returned, 1 to {@value Page#MAX}
     * @return the page
     */
    Page<Device> devices(Optional<String> instance, int offset, int limit);

    /**
     * Lists devices that send but are not registered, the latest first.
     *
     * @param limit 1 to 1,000
     * @return the devices
     * @throws SensorDataException if the database cannot be asked
     */
    List<UnknownDevice> unknown(int limit);
}
