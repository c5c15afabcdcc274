package de.einsnull.sensors.sensorthings.json;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.sensorthings.evaluate.GeoJson;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Kind;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.store.Draft;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks that an entity has what it needs, and that its parts go together. */
final class Completeness {

    private static final Set<String> GEO_JSON =
            Set.of("application/geo+json", "application/vnd.geo+json", "application/geojson");

    private Completeness() {}

    /** A new entity; {@code given} is known from elsewhere. */
    static void check(Draft draft, Optional<Navigation> given) {
        checkValues(draft);
        checkPlace(draft);
        for (var navigation : draft.type().navigations()) {
            if (navigation.mandatory()
                    && !has(draft, navigation)
                    && given.filter(navigation::equals).isEmpty()) {
                throw missing(draft, navigation.navigationName());
            }
        }
        if (draft.type() == EntityType.OBSERVATION) {
            checkSeries(draft, given);
        }
        if (draft.type() == EntityType.MULTI_DATASTREAM) {
            checkLengths(draft, given);
        }
    }

    private static boolean has(Draft draft, Navigation navigation) {
        return !draft.links().getOrDefault(navigation, List.of()).isEmpty();
    }

    static void checkValues(Draft draft) {
        for (var property : draft.type().properties()) {
            boolean result = property.name().equals("result");
            if (property.mandatory() && !result && !draft.values().containsKey(property)) {
                throw missing(draft, property.name());
            }
        }
    }

    /** A change: what only a whole entity can say may not be in it. */
    static void checkChange(Draft draft) {
        checkPlace(draft);
        for (var forbidden : List.of(
                Navigation.OBSERVED_PROPERTY_MULTI_DATASTREAMS, Navigation.MULTI_DATASTREAM_OBSERVED_PROPERTIES)) {
            if (draft.links().containsKey(forbidden)) {
                throw new BodyException(
                        Pointers.member(draft.pointer(), forbidden.navigationName()),
                        "was ein MultiDatastream misst, steht bei seiner Erstellung fest",
                        "what a MultiDatastream measures is settled when it is created");
            }
        }
    }

    private static void checkPlace(Draft draft) {
        for (var property : draft.type().properties()) {
            boolean place = property.kind() == Kind.GEOMETRY && !property.name().equals("observedArea");
            if (place && draft.values().get(property) instanceof JsonNode json && isGeoJson(draft)) {
                if (GeoJson.read(json).isEmpty()) {
                    throw ValueReader.expected(
                            Pointers.member(draft.pointer(), property.name()),
                            "gültiges GeoJSON, wie es encodingType ankündigt",
                            "valid GeoJSON, as encodingType says");
                }
            }
        }
    }

    private static boolean isGeoJson(Draft draft) {
        var encoding = draft.values().get(draft.type().require("encodingType"));
        return encoding != null && GEO_JSON.contains(encoding.toString());
    }

    private static void checkSeries(Draft draft, Optional<Navigation> given) {
        boolean one = has(draft, Navigation.OBSERVATION_DATASTREAM)
                || given.filter(g -> g == Navigation.OBSERVATION_DATASTREAM).isPresent();
        boolean many = has(draft, Navigation.OBSERVATION_MULTI_DATASTREAM)
                || given.filter(g -> g == Navigation.OBSERVATION_MULTI_DATASTREAM)
                        .isPresent();
        if (one == many) {
            throw new BodyException(
                    Pointers.member(draft.pointer(), "Datastream"),
                    "eine Observation gehört zu einem Datastream oder einem MultiDatastream",
                    "an Observation belongs to either a Datastream or a MultiDatastream");
        }
    }

    private static void checkLengths(Draft draft, Optional<Navigation> given) {
        boolean fromPath = given.filter(g -> g == Navigation.MULTI_DATASTREAM_OBSERVED_PROPERTIES)
                .isPresent();
        int properties = draft.links()
                        .getOrDefault(Navigation.MULTI_DATASTREAM_OBSERVED_PROPERTIES, List.of())
                        .size()
                + (fromPath ? 1 : 0);
        for (var name : List.of("unitOfMeasurements", "multiObservationDataTypes")) {
            if (((JsonNode) draft.values().get(draft.type().require(name))).size() != properties) {
                throw new BodyException(
                        Pointers.member(draft.pointer(), name),
                        "so viele Einträge wie ObservedProperties (" + properties + ")",
                        "as many items as ObservedProperties (" + properties + ")");
            }
        }
    }

    private static BodyException missing(Draft draft, String name) {
        return new BodyException(
                Pointers.member(draft.pointer(), name),
                draft.type().entityName() + " braucht " + name,
                draft.type().entityName() + " needs " + name);
    }
}
