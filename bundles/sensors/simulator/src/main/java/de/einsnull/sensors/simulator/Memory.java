package de.einsnull.sensors.simulator;

import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.Device;
import de.einsnull.sensors.api.Kinds;
import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.ObservationQuery;
import de.einsnull.sensors.api.SensorDirectory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the platform still knows of earlier performances, so that only what is missing is played. */
final class Memory {

    private static final Duration ROUGHLY = Duration.ofHours(1);

    private final SensorDirectory directory;

    Memory(SensorDirectory directory) {
        this.directory = directory;
    }

    /**
     * Since when something is missing. A history that was broken off lacks its oldest part, because it is filled in
     * newest first; then all of it is played again, and what is known already is not stored twice.
     *
     * @param wanted begin of the history that is wanted
     * @param devices the demo's devices
     * @param now the present
     */
    Instant missingSince(Instant wanted, List<Device> devices, Instant now) {
        var lastSeen =
                devices.stream().map(Device::lastSeen).flatMap(Optional::stream).max(Instant::compareTo);
        if (lastSeen.isEmpty() || lastSeen.get().isBefore(wanted) || !isKnownSince(wanted, devices, now)) {
            return wanted;
        }
        return lastSeen.get().isAfter(now) ? now : lastSeen.get();
    }

    /** Asks a weather station: it speaks every few minutes. */
    private boolean isKnownSince(Instant wanted, List<Device> devices, Instant now) {
        return devices.stream()
                .filter(device -> device.registration().kind().equals(Kinds.WEATHER))
                .findFirst()
                .flatMap(device -> directory.thing(device.thing()))
                .flatMap(thing -> thing.datastreams().stream().findFirst())
                .flatMap(stream -> oldest(stream, wanted, now))
                .filter(oldest -> oldest.isBefore(wanted.plus(ROUGHLY)))
                .isPresent();
    }

    private Optional<Instant> oldest(Datastream stream, Instant from, Instant to) {
        var query = new ObservationQuery(from, to, true, 0, 1, false);
        return directory.observations(stream.id(), query).items().stream()
                .map(Observation::phenomenonTime)
                .findFirst();
    }
}
