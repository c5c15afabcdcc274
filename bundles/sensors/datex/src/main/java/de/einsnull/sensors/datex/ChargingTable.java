package de.einsnull.sensors.datex;

import static de.einsnull.sensors.datex.Publication.text;
import static de.einsnull.sensors.datex.Publication.versioned;
import static de.einsnull.sensors.datex.Publication.word;

import de.einsnull.sensors.api.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code EnergyInfrastructureTablePublication}: what stands where. */
final class ChargingTable {

    static final String ID = "charging";

    /** Watts; above, a point gives direct current: 63 A in three phases is the most of a type 2 plug (IEC 62196-2). */
    private static final long MOST_OF_ALTERNATING_CURRENT = 43_000;

    private ChargingTable() {}

    static Map<String, Object> of(List<Thing> points, Publication publication) {
        var table = versioned(ID);
        table.put(
                "energyInfrastructureSite",
                Site.of(points).stream().map(ChargingTable::site).toList());
        return publication.payload(
                "aegiEnergyInfrastructureTablePublication",
                points.stream().allMatch(Thing::demo),
                Map.of("energyInfrastructureTable", List.of(table)));
    }

    private static Map<String, Object> site(Site site) {
        var object = versioned(site.id());
        object.put("name", text(site.name()));
        Site.location(site.position()).ifPresent(place -> object.put("locationReference", place));
        object.put("energyInfrastructureStation", List.of(station(site)));
        return object;
    }

    private static Map<String, Object> station(Site site) {
        var object = versioned(site.station());
        object.put("name", text(site.name()));
        Site.location(site.position()).ifPresent(place -> object.put("locationReference", place));
        object.put(
                "totalMaximumPower",
                site.points().stream().mapToLong(Site::watts).sum());
        object.put("numberOfRefillPoints", site.points().size());
        object.put("serviceType", List.of(Map.of("serviceType", word("unattended"))));
        var points = new ArrayList<Map<String, Object>>();
        site.points().forEach(point -> points.add(Map.of("aegiElectricChargingPoint", point(point))));
        object.put("refillPoint", points);
        return object;
    }

    private static Map<String, Object> point(Thing point) {
        long watts = Site.watts(point);
        var object = versioned(Site.idOf(point));
        object.put("name", text(point.name()));
        object.put("deliveryUnit", word("kWh"));
        object.put("currentType", word(watts > MOST_OF_ALTERNATING_CURRENT ? "dc" : "ac"));
        if (watts > 0) {
            object.put("availableChargingPower", List.of(watts));
        }
        var evse = point.properties().getOrDefault("evse_id", "");
        if (!evse.isEmpty()) {
            object.put(
                    "externalIdentifier",
                    List.of(Map.of(
                            "identifier",
                            evse,
                            "typeOfIdentifier",
                            Map.of("value", "extendedG", "extendedValueG", "evseId"))));
        }
        Site.location(point.position()).ifPresent(place -> object.put("locationReference", place));
        return object;
    }
}
