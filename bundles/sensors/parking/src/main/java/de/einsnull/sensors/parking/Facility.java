package de.einsnull.sensors.parking;

import de.einsnull.sensors.api.Position;
import de.einsnull.sensors.api.Thing;
import java.util.List;
import java.util.Optional;

/**
 * A place where one can park: a car park that counts, or a group of bays that are watched one by one.
 *
 * @param key identifies it in addresses
 * @param name what people call it
 * @param capacity how many bays it has
 * @param counted the car park; empty for bays
 * @param bays the bays; empty for a car park
 */
public record Facility(String key, String name, int capacity, Optional<Thing> counted, List<Thing> bays) {

    /** Copies the bays. */
    public Facility {
        bays = List.copyOf(bays);
    }

    /** Where it is: the car park, or the middle of the bays. */
    Optional<Position> position() {
        var positions = (counted.isPresent() ? List.of(counted.get()) : bays)
                .stream().flatMap(thing -> thing.position().stream()).toList();
        return positions.isEmpty()
                ? Optional.empty()
                : Optional.of(new Position(
                        positions.stream()
                                .mapToDouble(Position::longitude)
                                .average()
                                .orElseThrow(),
                        positions.stream()
                                .mapToDouble(Position::latitude)
                                .average()
                                .orElseThrow()));
    }

    /** Only the bays for people with a disability permit; of a car park nobody knows which are free. */
    Optional<Facility> accessible() {
        var some = bays.stream()
                .filter(bay -> "true".equals(bay.properties().get("accessible")))
                .toList();
        return some.isEmpty()
                ? Optional.empty()
                : Optional.of(new Facility(key, name, some.size(), Optional.empty(), some));
    }

    /** Whether any of it is made up. */
    public boolean demo() {
        return counted.map(Thing::demo).orElse(false) || bays.stream().anyMatch(Thing::demo);
    }
}
