package de.einsnull.sensors.admin.care;

import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.Device;
import de.einsnull.sensors.api.DeviceRegistry;
import de.einsnull.sensors.api.DriverInstances;
import de.einsnull.sensors.api.DriverState;
import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.ObservationQuery;
import de.einsnull.sensors.api.Page;
import de.einsnull.sensors.api.SensorDirectory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which devices somebody should go to, and why. Thread-safe. */
final class CareList {

    /** A device that spoke within this time is not called silent, however often it usually speaks. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private static final Duration SEEN = Duration.ofDays(30);
    private static final int POINTS = 60;
    private static final int NEWEST = 20;
    private static final int MISSED = 3;
    private static final int TOGETHER = 3;
    private static final double SOON_DAYS = 60;

    private final DeviceRegistry registry;
    private final DriverInstances drivers;
    private final SensorDirectory directory;
    private final Clock clock;
    private final Map<Long, Known> batteries = new ConcurrentHashMap<>();

    private record Known(Instant last, Battery battery) {}

    /** Why a device needs care. */
    enum Cause {
        /** Its driver does not run. */
        DRIVER,
        /** Several devices of its instance fell silent: network or gateway. */
        NETWORK,
        /** Its battery is empty, or was nearly so when it was heard last. */
        BATTERY,
        /** It fell silent alone: power, radio, damage. */
        DEVICE,
        /** It was never heard. */
        NEVER,
        /** It speaks, but its battery ends within two months. */
        SOON
    }

    /**
     * A device that needs care.
     *
     * @param device the device
     * @param cause why
     * @param silent whether nothing came for longer than usual
     * @param battery its battery, null if it tells nothing of it
     */
    record Entry(Device device, Cause cause, boolean silent, Battery battery) {}

    CareList(DeviceRegistry registry, DriverInstances drivers, SensorDirectory directory, Clock clock) {
        this.registry = registry;
        this.drivers = drivers;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * All that need care, the longest silent first.
     *
     * @throws de.einsnull.sensors.api.SensorDataException if the values cannot be read
     */
    List<Entry> all() {
        var devices = registry.devices(Optional.empty(), 0, Page.MAX).items();
        batteries.keySet().retainAll(devices.stream().map(Device::id).collect(Collectors.toSet()));
        var silent = devices.stream().filter(this::isSilent).collect(Collectors.toSet());
        var entries = new ArrayList<Entry>();
        for (var device : devices) {
            var battery = battery(device);
            cause(device, battery, silent)
                    .ifPresent(cause -> entries.add(new Entry(device, cause, silent.contains(device), battery)));
        }
        entries.sort(Comparator.comparing((Entry one) -> one.cause() == Cause.SOON)
                .thenComparing(one -> one.device().lastSeen().orElse(Instant.MIN))
                .thenComparing(one -> one.device().registration().name()));
        return entries;
    }

    private Optional<Cause> cause(Device device, Battery battery, Set<Device> silent) {
        if (device.lastSeen().isEmpty()) {
            return Optional.of(Cause.NEVER);
        }
        if (!silent.contains(device)) {
            boolean low =
                    battery != null && (battery.low() || battery.daysLeft().orElse(Double.MAX_VALUE) <= SOON_DAYS);
            return low ? Optional.of(battery.low() ? Cause.BATTERY : Cause.SOON) : Optional.empty();
        }
        String instance = device.registration().instance();
        if (offline().contains(instance)) {
            return Optional.of(Cause.DRIVER);
        }
        if (battery != null && battery.low()) {
            return Optional.of(Cause.BATTERY);
        }
        return Optional.of(fellTogether(device, silent) ? Cause.NETWORK : Cause.DEVICE);
    }

    private Set<String> offline() {
        return drivers.instances().stream()
                .filter(one -> one.state() == DriverState.OFFLINE || one.state() == DriverState.STOPPED)
                .map(DriverInstances.Status::instance)
                .collect(Collectors.toSet());
    }

    /** Within an hour of each other, and of the same instance. */
    private static boolean fellTogether(Device device, Set<Device> silent) {
        var at = device.lastSeen().orElseThrow();
        return silent.stream()
                        .filter(one -> one.registration()
                                .instance()
                                .equals(device.registration().instance()))
                        .flatMap(one -> one.lastSeen().stream())
                        .filter(other -> Duration.between(at, other).abs().compareTo(PATIENCE) <= 0)
                        .count()
                >= TOGETHER;
    }

    /** Longer than three times its usual pause. */
    private boolean isSilent(Device device) {
        var last = device.lastSeen();
        var now = clock.instant();
        if (last.isEmpty() || last.get().isAfter(now.minus(PATIENCE))) {
            return false;
        }
        return Duration.between(last.get(), now).compareTo(usualPause(device).multipliedBy(MISSED)) > 0;
    }

    /** That of its slowest series: a bay tells each change at once, but its battery every six hours, come what may. */
    private Duration usualPause(Device device) {
        return directory.thing(device.thing()).stream()
                .flatMap(thing -> thing.datastreams().stream())
                .flatMap(stream -> usualPause(stream).stream())
                .max(Comparator.naturalOrder())
                .orElse(PATIENCE);
    }

    private Optional<Duration> usualPause(Datastream stream) {
        var newest = directory
                .observations(stream.id(), ObservationQuery.newest(NEWEST))
                .items();
        var pauses = new ArrayList<Duration>();
        for (int i = 1; i < newest.size(); i++) {
            pauses.add(Duration.between(
                    newest.get(i).phenomenonTime(), newest.get(i - 1).phenomenonTime()));
        }
        pauses.sort(null);
        return pauses.isEmpty() ? Optional.empty() : Optional.of(pauses.get(pauses.size() / 2));
    }

    private static Instant lastTime(Datastream stream) {
        return stream.last().map(Observation::phenomenonTime).orElse(Instant.MIN);
    }

    private Battery battery(Device device) {
        var stream = directory.thing(device.thing()).flatMap(thing -> Stream.of(
                        Channels.BATTERY_LEVEL, Channels.BATTERY_VOLTAGE)
                .flatMap(channel -> thing.datastream(channel).stream())
                .filter(one -> one.last().isPresent())
                .findFirst());
        if (stream.isEmpty()) {
            return null;
        }
        var last = lastTime(stream.get());
        var known = batteries.get(device.id());
        if (known == null || !known.last().equals(last)) {
            var history = directory.history(stream.get().id(), last.minus(SEEN), last.plusSeconds(1), POINTS);
            known = new Known(last, Battery.of(history, stream.get().channel().unit()));
            batteries.put(device.id(), known);
        }
        return known.battery();
    }
}
