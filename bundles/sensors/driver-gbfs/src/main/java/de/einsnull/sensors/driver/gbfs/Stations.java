package de.einsnull.sensors.driver.gbfs;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.driver.Candidate;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Report;
import de.einsnull.sensors.driver.kit.mapping.Entry;
import de.einsnull.sensors.driver.kit.mapping.Grid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What GBFS says of stations and vehicles. Of vehicles nothing but their number: where one went is nobody's business. */
final class Stations {

    /** Id of the device that stands for all vehicles at no station. */
    static final String FLOATING = "free-floating";

    static final Channel VEHICLES = number("vehicles_available");
    static final Channel DOCKS = number("docks_available");
    static final Channel RENTING = Channel.flag("station_in_service", Channels.observedProperty("station_in_service"));

    private Stations() {}

    private static Channel number(String id) {
        return Channel.number(id, "1", Channels.observedProperty(id));
    }

    /** Empty if it is malformed. */
    static Optional<Report> status(JsonNode station, GbfsFile file, Instant now) {
        String id = station.path("station_id").asText();
        var at = GbfsFile.time(station.path("last_reported"))
                .or(file::lastUpdated)
                .orElse(now);
        var readings = new ArrayList<Reading>();
        count(station, "num_vehicles_available", "num_bikes_available")
                .ifPresent(n -> readings.add(new Reading(VEHICLES.id(), n, VEHICLES.unit(), at)));
        count(station, "num_docks_available", "num_docks_available")
                .ifPresent(n -> readings.add(new Reading(DOCKS.id(), n, DOCKS.unit(), at)));
        if (station.has("is_renting")) {
            boolean works = station.path("is_renting").asBoolean()
                    && station.path("is_installed").asBoolean(true);
            readings.add(new Reading(RENTING.id(), works, at));
        }
        boolean good = isId(id) && station.has("station_id") && !readings.isEmpty();
        return good ? Optional.of(new Report(id, 0, now, readings)) : Optional.empty();
    }

    private static Optional<Integer> count(JsonNode station, String name, String before) {
        var found = station.has(name) ? station.get(name) : station.path(before);
        return found.isInt() && found.intValue() >= 0 ? Optional.of(found.intValue()) : Optional.empty();
    }

    private static boolean isId(String id) {
        return !id.isBlank() && id.length() <= 128;
    }

    /** Only their number leaves this method. */
    static Report floating(List<JsonNode> vehicles, GbfsFile file, Instant now) {
        long free = vehicles.stream()
                .filter(v -> v.path("station_id").asText().isEmpty())
                .filter(v -> !v.path("is_reserved").asBoolean()
                        && !v.path("is_disabled").asBoolean())
                .count();
        var at = file.lastUpdated().orElse(now);
        return new Report(FLOATING, 0, now, List.of(new Reading(VEHICLES.id(), free, VEHICLES.unit(), at)));
    }

    /** Empty if it is malformed. */
    static Optional<Candidate> candidate(JsonNode station, String language) {
        String id = station.path("station_id").asText();
        if (!isId(id)) {
            return Optional.empty();
        }
        var position = Grid.WGS84.position(
                station.path("lon").asDouble(), station.path("lat").asDouble());
        var entry = new Entry(id, name(station.path("name"), language), position, 0, List.of(), 0);
        return Optional.of(entry.candidate());
    }

    static Candidate floatingCandidate() {
        return new Candidate(FLOATING, "", "", Map.of());
    }

    /** In version 3 a list of texts with languages, before a text. */
    private static String name(JsonNode name, String language) {
        if (!name.isArray()) {
            return name.asText();
        }
        for (JsonNode one : name) {
            if (one.path("language").asText().startsWith(language)) {
                return one.path("text").asText();
            }
        }
        return name.path(0).path("text").asText();
    }
}
