package de.einsnull.sensors.admin;

import de.einsnull.sensors.api.Device;
import de.einsnull.sensors.api.DeviceRegistration;
import de.einsnull.sensors.api.DeviceRegistry;
import de.einsnull.sensors.api.DiscoveryInbox;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.DriverInstances;
import de.einsnull.sensors.api.DriverState;
import de.einsnull.sensors.api.Page;
import de.einsnull.sensors.api.Position;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.StreamLedger;
import de.einsnull.sensors.api.UnknownDevice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Devices and drivers in memory; without the database it answers what the real one has in memory. */
public final class FakeSensors implements DeviceRegistry, DriverInstances, DiscoveryInbox, StreamLedger {

    final List<StreamLedger.Line> streams = new ArrayList<>();

    final List<Device> devices = new ArrayList<>();
    final List<String> restarted = new ArrayList<>();
    final List<Status> drivers = new ArrayList<>(List.of(
            new Status("lorawan", "LoRaWAN", DriverState.ONLINE, DriverCause.NONE, "", Instant.EPOCH, 3),
            new Status("weather", "MQTT", DriverState.OFFLINE, DriverCause.TIMEOUT, "hung", Instant.EPOCH, -1)));
    final List<LedgerRow> ledger = new ArrayList<>(List.of(
            new LedgerRow("lorawan", "stored", 1_000, Instant.EPOCH),
            new LedgerRow("lorawan", "no-codec", 2, Instant.EPOCH)));
    final List<Find> found = new ArrayList<>(List.of(
            new Find("lorawan", "A840", "", "", Map.of(), Instant.EPOCH, Instant.EPOCH, 7),
            new Find(
                    "lorawan",
                    "A841",
                    "dragino-lse01",
                    "Tree 7",
                    Map.of("fw", "1.2"),
                    Instant.EPOCH,
                    Instant.EPOCH,
                    0)));
    final List<String> unwanted = new ArrayList<>();
    final List<String> scans = new ArrayList<>();
    boolean away;

    public Device add(String externalId, String name) {
        return register(new DeviceRegistration(
                "lorawan",
                externalId,
                "dragino-lse01",
                name,
                "At the well",
                "soil",
                "Trees",
                Optional.of(new Position(8.145, 51.825)),
                true,
                "CC0-1.0",
                true,
                Map.of("species", "lime")));
    }

    private void check() {
        if (away) {
            throw new SensorDataException("away", null);
        }
    }

    @Override
    public Device register(DeviceRegistration registration) {
        check();
        var known = find(registration.instance(), registration.externalId());
        known.ifPresent(devices::remove);
        long id = known.map(Device::id).orElse(devices.size() + 1L);
        var device = new Device(id, id, registration, Optional.empty());
        devices.add(device);
        return device;
    }

    @Override
    public List<Device> registerAll(List<DeviceRegistration> registrations) {
        return registrations.stream().map(this::register).toList();
    }

    @Override
    public boolean remove(long id) {
        check();
        return devices.removeIf(device -> device.id() == id);
    }

    @Override
    public Optional<Device> device(long id) {
        return devices.stream().filter(device -> device.id() == id).findFirst();
    }

    @Override
    public Optional<Device> find(String instance, String externalId) {
        return devices.stream()
                .filter(device -> device.registration().instance().equals(instance))
                .filter(device -> device.registration().externalId().equals(externalId))
                .findFirst();
    }

    @Override
    public Page<Device> devices(Optional<String> instance, int offset, int limit) {
        var all = devices.stream()
                .filter(device ->
                        instance.map(device.registration().instance()::equals).orElse(true))
                .toList();
        return new Page<>(all.stream().skip(offset).limit(limit).toList(), all.size());
    }

    @Override
    public List<UnknownDevice> unknown(int limit) {
        check();
        return List.of(new UnknownDevice("lorawan", "A840", Instant.EPOCH, Instant.EPOCH, 7));
    }

    @Override
    public List<Find> finds(boolean ignored, int limit) {
        check();
        return found.stream()
                .filter(f -> unwanted.contains(f.externalId()) == ignored)
                .toList();
    }

    @Override
    public boolean ignore(String instance, String externalId, boolean ignored, String actor) {
        check();
        boolean known = found.stream().anyMatch(f -> f.externalId().equals(externalId));
        return known && (ignored ? unwanted.add(externalId) : unwanted.remove(externalId));
    }

    @Override
    public boolean scan(String instance) {
        return scanners().contains(instance) && scans.add(instance);
    }

    @Override
    public List<String> scanners() {
        return List.of("lorawan");
    }

    @Override
    public List<Status> instances() {
        return List.copyOf(drivers);
    }

    @Override
    public boolean restart(String instance) {
        return instances().stream().anyMatch(status -> status.instance().equals(instance)) && restarted.add(instance);
    }

    @Override
    public List<StreamLedger.Line> of(long device) {
        if (away) {
            throw new SensorDataException("away", null);
        }
        return streams;
    }

    @Override
    public List<LedgerRow> ledger() {
        check();
        return List.copyOf(ledger);
    }
}
