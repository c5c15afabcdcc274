package de.einsnull.sensors.simulator.valve;

import de.einsnull.sensors.api.Device;
import de.einsnull.sensors.api.DeviceRegistration;
import de.einsnull.sensors.api.DeviceRegistry;
import de.einsnull.sensors.api.Page;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.UnknownDevice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Devices in memory. */
final class MemoryRegistry implements DeviceRegistry {

    final List<Device> devices = new ArrayList<>();
    boolean away;

    @Override
    public Device register(DeviceRegistration registration) {
        if (away) {
            throw new SensorDataException("away", null);
        }
        var device = new Device(devices.size() + 1L, devices.size() + 1L, registration, Optional.empty());
        devices.add(device);
        return device;
    }

    @Override
    public List<Device> registerAll(List<DeviceRegistration> registrations) {
        return registrations.stream().map(this::register).toList();
    }

    @Override
    public boolean remove(long id) {
        return devices.removeIf(device -> device.id() == id);
    }

    @Override
    public Optional<Device> device(long id) {
        return devices.stream().filter(device -> device.id() == id).findFirst();
    }

    @Override
    public Optional<Device> find(String instance, String externalId) {
        return devices.stream()
                .filter(device -> device.registration().externalId().equals(externalId))
                .findFirst();
    }

    @Override
    public Page<Device> devices(Optional<String> instance, int offset, int limit) {
        return new Page<>(devices, devices.size());
    }

    @Override
    public List<UnknownDevice> unknown(int limit) {
        return List.of();
    }
}
