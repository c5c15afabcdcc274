package de.einsnull.portal.map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.einsnull.portal.api.MapFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Writes a layer as GeoJSON (RFC 7946). Holds no ages, only points in time, so that the same content has the same bytes
 * and an unchanged layer costs the browser no download.
 */
final class LayerJson {

    private static final JsonFactory JSON = new JsonFactory();

    private LayerJson() {}

    static byte[] write(LayerContent layer) throws IOException {
        var out = new ByteArrayOutputStream(16_384);
        try (var json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            json.writeStringField("layer", layer.id());
            json.writeBooleanField("failed", layer.failed());
            json.writeArrayFieldStart("features");
            for (var feature : layer.features()) {
                write(json, layer.id(), feature);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator json, String layer, MapFeature feature) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeObjectFieldStart("geometry");
        json.writeStringField("type", "Point");
        json.writeArrayFieldStart("coordinates");
        json.writeNumber(feature.longitude());
        json.writeNumber(feature.latitude());
        json.writeEndArray();
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        properties(json, layer, feature);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void properties(JsonGenerator json, String layer, MapFeature feature) throws IOException {
        json.writeStringField("id", feature.id());
        json.writeStringField("name", feature.name());
        json.writeStringField("group", feature.group());
        json.writeStringField("state", feature.state().name());
        json.writeStringField("stateText", feature.stateText());
        json.writeStringField("value", feature.value());
        json.writeStringField("path", feature.path());
        json.writeStringField("layer", layer);
        if (feature.observedAt().isPresent()) {
            json.writeStringField("observedAt", feature.observedAt().get().toString());
        }
    }
}
