package de.einsnull.sensors.driver.datex;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.api.Position;
import de.einsnull.sensors.api.driver.Candidate;
import de.einsnull.sensors.driver.kit.mapping.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a publication says about things that stay: names, places, sizes. */
final class Sites {

    private static final int LONGEST = 200;
    private static final double WATTS_OF_A_KILOWATT = 1_000;
    private static final String WRAPPED = "aegiElectricChargingPoint";

    private final Map<String, Candidate> found = new LinkedHashMap<>();

    private Sites() {}

    /** Everything that can be registered, by its id. */
    static Map<String, Candidate> of(JsonNode root) {
        var sites = new Sites();
        Tree.all(root, "parkingRecord").forEach(sites::parking);
        for (JsonNode site : Tree.all(root, "energyInfrastructureSite")) {
            for (JsonNode station : Tree.all(site, "energyInfrastructureStation")) {
                var position = Tree.position(station.path("locationReference"))
                        .or(() -> Tree.position(site.path("locationReference")));
                var name = first(station.path("name"), site.path("name"), address(station), address(site));
                Tree.all(station, "refillPoint").forEach(point -> sites.charging(point, name, position));
            }
        }
        return sites.found;
    }

    private void parking(JsonNode record) {
        var facts = new LinkedHashMap<String, String>();
        Tree.number(record.path("parkingNumberOfSpaces"))
                .ifPresent(spaces -> facts.put("capacity", String.valueOf(Math.round(spaces))));
        Tree.all(record, "applicableForUser").stream()
                .map(Tree::text)
                .filter(user -> !user.isEmpty())
                .findFirst()
                .ifPresent(user -> facts.put("for", cut(user)));
        add(
                Tree.id(record),
                Tree.text(record.path("parkingName")),
                Tree.position(record.path("parkingLocation")),
                facts);
    }

    private void charging(JsonNode given, String name, Optional<Position> position) {
        var point = given.has(WRAPPED) ? given.get(WRAPPED) : given;
        var facts = new LinkedHashMap<String, String>();
        Tree.all(point, "maxPowerAtSocket").stream()
                .flatMap(power -> Tree.number(power).stream())
                .max(Double::compare)
                .ifPresent(watts -> facts.put("power_kw", kilowatts(watts)));
        var evse = Tree.text(point.path("externalIdentifier").path(0).path("identifier"));
        if (!evse.isEmpty()) {
            facts.put("evse_id", cut(evse));
        }
        add(
                Tree.id(point),
                together(name, evse),
                Tree.position(point.path("locationReference")).or(() -> position),
                facts);
    }

    private void add(String id, String name, Optional<Position> position, Map<String, String> facts) {
        if (id.isBlank() || id.length() > 128) {
            return;
        }
        position.ifPresent(place -> {
            facts.put(Entry.LONGITUDE, String.format(Locale.ROOT, "%.6f", place.longitude()));
            facts.put(Entry.LATITUDE, String.format(Locale.ROOT, "%.6f", place.latitude()));
        });
        found.put(id, new Candidate(id, "", cut(name), facts));
    }

    private static String kilowatts(double watts) {
        double power = watts / WATTS_OF_A_KILOWATT;
        return power == Math.rint(power) ? String.valueOf((long) power) : String.valueOf(power);
    }

    /** Street and number, the first line of an address. */
    private static String address(JsonNode place) {
        return Tree.all(place.path("locationReference"), "addressLine").stream()
                .limit(2)
                .map(line -> Tree.text(line.path("text")))
                .filter(line -> !line.isEmpty())
                .reduce((street, number) -> street + " " + number)
                .orElse("");
    }

    private static String first(JsonNode one, JsonNode other, String third, String last) {
        var names = List.of(Tree.text(one), Tree.text(other), third, last);
        return names.stream().filter(name -> !name.isEmpty()).findFirst().orElse("");
    }

    private static String together(String name, String evse) {
        return name.isEmpty() || evse.isEmpty() ? name + evse : name + " (" + evse + ")";
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
