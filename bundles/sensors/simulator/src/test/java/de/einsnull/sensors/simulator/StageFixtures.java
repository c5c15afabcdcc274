package de.einsnull.sensors.simulator;

import de.einsnull.bus.api.BatchReceiver;
import de.einsnull.bus.api.BusException;
import de.einsnull.bus.api.MessageBus;
import de.einsnull.bus.api.Subscription;
import de.einsnull.bus.api.SubscriptionSpec;
import de.einsnull.bus.api.TopicMessage;
import de.einsnull.sensors.api.Device;
import de.einsnull.sensors.api.DeviceRegistration;
import de.einsnull.sensors.api.DeviceRegistry;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.DriverInstances;
import de.einsnull.sensors.api.DriverState;
import de.einsnull.sensors.api.Page;
import de.einsnull.sensors.api.UnknownDevice;
import de.einsnull.sensors.simulator.device.Cast;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A platform that remembers what the demo did. */
final class StageFixtures {

    private StageFixtures() {}

    static final class Bus implements MessageBus {
        final List<TopicMessage> sent = new ArrayList<>();
        boolean away;

        @Override
        public CompletionStage<Void> send(TopicMessage message) {
            if (away) {
                return CompletableFuture.failedFuture(new BusException("broker away", null));
            }
            sent.add(message);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void notify(TopicMessage message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Subscription subscribe(SubscriptionSpec spec, BatchReceiver receiver) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long forget(String group) {
            throw new UnsupportedOperationException();
        }
    }

    static final class Registry implements DeviceRegistry {
        final List<DeviceRegistration> registered = new ArrayList<>();
        Optional<Instant> lastSeen = Optional.empty();

        @Override
        public Device register(DeviceRegistration registration) {
            return registerAll(List.of(registration)).get(0);
        }

        @Override
        public List<Device> registerAll(List<DeviceRegistration> registrations) {
            registered.addAll(registrations);
            return registrations.stream()
                    .map(registration -> new Device(1, 1, registration, lastSeen))
                    .toList();
        }

        @Override
        public boolean remove(long id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Device> device(long id) {
            return Optional.empty();
        }

        @Override
        public Optional<Device> find(String instance, String externalId) {
            return Optional.empty();
        }

        @Override
        public Page<Device> devices(Optional<String> instance, int offset, int limit) {
            return new Page<>(List.of(), 0);
        }

        @Override
        public List<UnknownDevice> unknown(int limit) {
            return List.of();
        }
    }

    static final class Drivers implements DriverInstances {
        DriverState lorawan = DriverState.ONLINE;

        @Override
        public List<Status> instances() {
            return List.of(
                    new Status(Cast.LORAWAN, "LoRaWAN", lorawan, DriverCause.NONE, "", Instant.EPOCH, 0),
                    new Status(Cast.MQTT, "MQTT", DriverState.ONLINE, DriverCause.NONE, "", Instant.EPOCH, 0));
        }

        @Override
        public boolean restart(String instance) {
            return false;
        }

        @Override
        public List<LedgerRow> ledger() {
            return List.of();
        }
    }
}
