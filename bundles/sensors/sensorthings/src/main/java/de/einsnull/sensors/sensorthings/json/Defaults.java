package de.einsnull.sensors.sensorthings.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.TimeValue;
import de.einsnull.sensors.sensorthings.store.Draft;
import java.time.Instant;

/** Fills in what a new entity has when its body does not say it. */
final class Defaults {

    private static final String TYPES = "http://www.opengis.net/def/observationType/OGC-OM/2.0/";

    private Defaults() {}

    static void add(Draft draft, Instant now) {
        switch (draft.type()) {
            case OBSERVATION -> {
                put(draft, "phenomenonTime", TimeValue.at(now));
                put(draft, "result", NullNode.getInstance());
            }
            case DATASTREAM -> put(draft, "observationType", TYPES + "OM_Observation");
            case MULTI_DATASTREAM -> {
                put(draft, "observationType", TYPES + "OM_ComplexObservation");
                put(draft, "multiObservationDataTypes", dataTypes(draft));
            }
            default -> {
                // everything else has to be said
            }
        }
    }

    private static JsonNode dataTypes(Draft draft) {
        var units = draft.values().get(EntityType.MULTI_DATASTREAM.require("unitOfMeasurements"));
        var types = JsonNodeFactory.instance.arrayNode();
        int size = units instanceof JsonNode json ? json.size() : 0;
        for (int i = 0; i < size; i++) {
            types.add(TYPES + "OM_Observation");
        }
        return types;
    }

    private static void put(Draft draft, String property, Object value) {
        draft.values().putIfAbsent(draft.type().require(property), value);
    }
}
