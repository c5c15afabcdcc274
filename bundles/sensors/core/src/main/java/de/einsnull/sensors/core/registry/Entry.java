package de.einsnull.sensors.core.registry;

import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.Device;
import de.einsnull.sensors.api.DeviceRegistration;
import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.Thing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A thing with its device as the catalogue keeps it.
 *
 * @param id id of the device, 0 if the thing has none
 * @param thing the thing, without datastreams
 * @param registration what was stated of the device, null if there is none
 * @param streams datastreams by channel id, in order of the ids
 */
public record Entry(long id, Thing thing, DeviceRegistration registration, Map<String, Stream> streams) {

    boolean hasDevice() {
        return registration != null;
    }

    /** The thing with those of its datastreams that pass. */
    Thing snapshot(Predicate<Datastream> wanted) {
        List<Datastream> visible =
                streams.values().stream().map(Stream::snapshot).filter(wanted).toList();
        var t = thing;
        return new Thing(
                t.id(),
                t.name(),
                t.description(),
                t.kind(),
                t.group(),
                t.position(),
                t.location(),
                t.demo(),
                t.properties(),
                visible);
    }

    Device device() {
        Optional<Instant> seen = streams.values().stream()
                .flatMap(s -> s.last().stream())
                .map(Observation::resultTime)
                .max(Instant::compareTo);
        return new Device(id, thing.id(), registration, seen);
    }
}
