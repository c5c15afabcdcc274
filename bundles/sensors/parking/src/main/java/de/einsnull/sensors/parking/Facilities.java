package de.einsnull.sensors.parking;

import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.Kinds;
import de.einsnull.sensors.api.Page;
import de.einsnull.sensors.api.SensorDirectory;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.api.ThingQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All places where one can park. */
final class Facilities {

    private Facilities() {}

    /** By name; only what everybody may see, if so wanted. */
    static List<Facility> of(SensorDirectory directory, boolean openOnly) {
        var query =
                new ThingQuery(Set.of(Kinds.CAR_PARK, Kinds.PARKING_BAY), Optional.empty(), "", openOnly, 0, Page.MAX);
        var found = new ArrayList<Facility>();
        Map<String, List<Thing>> groups = new LinkedHashMap<>();
        for (var thing : directory.things(query).items()) {
            if (thing.kind().equals(Kinds.CAR_PARK)) {
                carPark(thing).ifPresent(found::add);
            } else if (thing.datastream(Channels.OCCUPIED).isPresent()) {
                groups.computeIfAbsent(thing.group(), name -> new ArrayList<>()).add(thing);
            }
        }
        groups.forEach((name, bays) -> found.add(new Facility(
                "g" + bays.get(0).id(),
                name.isEmpty() ? bays.get(0).name() : name,
                bays.size(),
                Optional.empty(),
                bays)));
        found.sort(Comparator.comparing(Facility::name));
        return found;
    }

    private static Optional<Facility> carPark(Thing thing) {
        String capacity = thing.properties().getOrDefault("capacity", "");
        return thing.datastream(Channels.FREE_SPACES)
                .filter(stream -> capacity.matches("[1-9]\\d{0,5}"))
                .map(Datastream::thing)
                .map(id -> new Facility(
                        "p" + id, thing.name(), Integer.parseInt(capacity), Optional.of(thing), List.of()));
    }
}
