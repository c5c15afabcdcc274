package de.einsnull.sensors.core.table;

import de.einsnull.sensors.api.DriverInstances;
import de.einsnull.sensors.api.Kinds;
import de.einsnull.sensors.core.codec.Codecs;
import de.einsnull.sensors.core.registry.Catalogue;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a row may refer to.
 *
 * @param instances driver instances that run, and those that devices have
 * @param models models with a codec
 * @param kinds usual kinds
 */
record Known(Set<String> instances, Set<String> models, List<String> kinds) {

    private static final List<String> USUAL = List.of(
            Kinds.PARKING_BAY,
            Kinds.CAR_PARK,
            Kinds.CHARGING_POINT,
            Kinds.WEATHER,
            Kinds.SOIL,
            Kinds.TRAFFIC_COUNTER,
            Kinds.PEOPLE_COUNTER,
            Kinds.INDOOR_CLIMATE,
            Kinds.AIR_QUALITY,
            Kinds.WATER_LEVEL,
            Kinds.OTHER);

    static Known now(DriverInstances drivers, Catalogue catalogue, Codecs codecs) {
        var instances = new TreeSet<>(catalogue.instances());
        drivers.instances().forEach(status -> instances.add(status.instance()));
        return new Known(instances, codecs.models(), USUAL);
    }
}
