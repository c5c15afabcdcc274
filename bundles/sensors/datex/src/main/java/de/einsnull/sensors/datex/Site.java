package de.einsnull.sensors.datex;

import de.einsnull.sensors.api.Position;
import de.einsnull.sensors.api.Thing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Charging points that stand together: those of one group, or one that has no group. The platform knows no difference between
 * a site and its station, so each site has one.
 *
 * @param id identity that stays while the group keeps its name
 * @param name for people
 * @param points at least one
 */
record Site(String id, String name, List<Thing> points) {

    /** The sites of the points, in their order. */
    static Collection<Site> of(List<Thing> points) {
        var groups = new LinkedHashMap<String, List<Thing>>();
        for (Thing point : points) {
            var key = point.group().isEmpty() ? "point-" + point.id() : "group-" + point.group();
            groups.computeIfAbsent(key, any -> new ArrayList<>()).add(point);
        }
        var sites = new ArrayList<Site>();
        groups.forEach((key, members) -> {
            var first = members.get(0);
            sites.add(new Site(key, first.group().isEmpty() ? first.name() : first.group(), List.copyOf(members)));
        });
        return sites;
    }

    String station() {
        return id + "-station";
    }

    Optional<Position> position() {
        return points.stream().flatMap(point -> point.position().stream()).findFirst();
    }

    static String idOf(Thing point) {
        return "point-" + point.id();
    }

    /** Power of a point as it is registered, watts; 0 if nobody said. */
    static long watts(Thing point) {
        var text = point.properties().getOrDefault("power_kw", "").replace(',', '.');
        return text.matches("\\d{1,4}(\\.\\d{1,3})?") ? Math.round(Double.parseDouble(text) * 1_000) : 0;
    }

    static Optional<Map<String, Object>> location(Optional<Position> position) {
        return position.map(place -> Map.of(
                "locPointLocation",
                Map.of("coordinatesForDisplay", Map.of("latitude", place.latitude(), "longitude", place.longitude()))));
    }
}
