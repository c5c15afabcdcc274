package de.einsnull.sensors.datex;

import static de.einsnull.sensors.datex.Publication.reference;
import static de.einsnull.sensors.datex.Publication.word;

import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.ChargingStatus;
import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.api.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code EnergyInfrastructureStatusPublication}: what is free, and what is broken. */
final class ChargingStates {

    /** What nobody heard of for longer is not known. */
    private static final Duration TOO_OLD = Duration.ofHours(24);

    private static final long WATTS_OF_A_KILOWATT = 1_000;

    private static final Map<String, String> WORDS = Map.of(
            ChargingStatus.AVAILABLE, "available",
            ChargingStatus.CHARGING, "charging",
            ChargingStatus.BLOCKED, "occupied",
            ChargingStatus.RESERVED, "reserved",
            ChargingStatus.OUT_OF_ORDER, "outOfOrder");

    private ChargingStates() {}

    static Map<String, Object> of(List<Thing> points, Publication publication) {
        var content = new LinkedHashMap<String, Object>();
        content.put(
                "tableReference",
                List.of(Map.of(
                        "targetClass",
                        "EnergyInfrastructureTable",
                        "idG",
                        ChargingTable.ID,
                        "versionG",
                        Publication.VERSION)));
        content.put(
                "energyInfrastructureSiteStatus",
                Site.of(points).stream().map(site -> site(site, publication)).toList());
        return publication.payload(
                "aegiEnergyInfrastructureStatusPublication", points.stream().allMatch(Thing::demo), content);
    }

    private static Map<String, Object> site(Site site, Publication publication) {
        var points = new ArrayList<Map<String, Object>>();
        site.points()
                .forEach(point -> points.add(Map.of("aegiElectricChargingPointStatus", point(point, publication))));
        return Map.of(
                "reference",
                reference(site.id()),
                "energyInfrastructureStationStatus",
                List.of(Map.of("reference", reference(site.station()), "refillPointStatus", points)));
    }

    private static Map<String, Object> point(Thing point, Publication publication) {
        var object = new LinkedHashMap<String, Object>();
        object.put("reference", reference(Site.idOf(point)));
        var status = last(point, Channels.CHARGING_STATUS, publication);
        status.ifPresent(said -> object.put("lastUpdated", said.phenomenonTime().toString()));
        object.put(
                "status",
                word(status.map(Observation::value)
                        .map(value -> value instanceof Value.Text text
                                ? WORDS.getOrDefault(text.text(), "unknown")
                                : "unknown")
                        .orElse("unknown")));
        last(point, Channels.CHARGING_POWER, publication)
                .filter(said -> said.value() instanceof Value.Quantity)
                .map(said -> Math.round(((Value.Quantity) said.value()).number() * WATTS_OF_A_KILOWATT))
                .filter(watts -> watts >= 0)
                .ifPresent(watts -> object.put("currentChargingPower", watts));
        return object;
    }

    private static Optional<Observation> last(Thing point, String channel, Publication publication) {
        return point.datastream(channel)
                .filter(Datastream::open)
                .flatMap(Datastream::last)
                .filter(said -> said.phenomenonTime().isAfter(publication.at().minus(TOO_OLD)));
    }
}
