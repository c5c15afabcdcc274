package de.einsnull.sensors.core.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.Value;
import java.time.Instant;

/** A stored observation as nodes tell each other. */
final class LiveJson {

    private LiveJson() {}

    static JsonNode write(ObjectMapper json, Observation o) {
        var node = json.createObjectNode()
                .put("d", o.datastream())
                .put("t", o.phenomenonTime().toString())
                .put("r", o.resultTime().toString())
                .put("s", o.sequence());
        if (o.value() instanceof Value.Quantity q) {
            node.put("v", q.number());
        } else if (o.value() instanceof Value.Flag f) {
            node.put("v", f.on());
        } else if (o.value() instanceof Value.Text t) {
            node.put("v", t.text());
        }
        return node;
    }

    static Observation read(JsonNode node) {
        var v = node.path("v");
        Value value = v.isBoolean()
                ? Value.of(v.booleanValue())
                : v.isNumber() ? Value.of(v.doubleValue()) : Value.of(v.asText());
        return new Observation(
                node.path("d").longValue(),
                Instant.parse(node.path("t").asText()),
                Instant.parse(node.path("r").asText()),
                node.path("s").longValue(),
                value);
    }
}
