package de.einsnull.sensors.sensorthings.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.sensorthings.evaluate.GeoJson;
import de.einsnull.sensors.sensorthings.model.Kind;
import de.einsnull.sensors.sensorthings.query.Query;
import de.einsnull.sensors.sensorthings.store.Entity;
import de.einsnull.sensors.sensorthings.store.Page;
import java.io.IOException;
import java.util.Optional;

/**
 * Writes entities as a GeoJSON FeatureCollection: the geometry of a feature is the place of the entity or, if it has
 * none, of the first that was expanded with it; its properties are the entity as SensorThings writes it.
 */
public final class GeoJsonWriter {

    private final EntityWriter writer;

    /**
     * A writer.
     *
     * @param addresses where links lead
     */
    public GeoJsonWriter(Addresses addresses) {
        this.writer = new EntityWriter(addresses);
    }

    /**
     * Writes a page.
     *
     * @param out where to
     * @param page the page
     * @param query what was asked for
     * @param next address of the next page
     * @throws IOException if it cannot be written
     */
    public void page(JsonGenerator out, Page page, Query query, Optional<String> next) throws IOException {
        out.writeStartObject();
        out.writeStringField("type", "FeatureCollection");
        EntityWriter.frame(out, page, next);
        out.writeArrayFieldStart("features");
        for (var entity : page.entities()) {
            feature(out, entity, query);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void feature(JsonGenerator out, Entity entity, Query query) throws IOException {
        out.writeStartObject();
        out.writeStringField("type", "Feature");
        out.writeNumberField("id", entity.id());
        out.writeFieldName("geometry");
        out.writeTree(place(entity).orElse(null));
        out.writeFieldName("properties");
        writer.entity(out, entity, query);
        out.writeEndObject();
    }

    private static Optional<JsonNode> place(Entity entity) {
        var own = entity.type().properties().stream()
                .filter(p -> p.kind() == Kind.GEOMETRY && entity.values().get(p) instanceof JsonNode)
                .map(p -> (JsonNode) entity.values().get(p))
                .filter(json -> GeoJson.read(json).isPresent())
                .findFirst();
        return own.map(GeoJsonWriter::geometry).or(() -> entity.expanded().values().stream()
                .flatMap(p -> p.entities().stream())
                .flatMap(e -> place(e).stream())
                .findFirst());
    }

    /** The geometry within a feature. */
    private static JsonNode geometry(JsonNode json) {
        return json.path("type").asText().equals("Feature") ? json.path("geometry") : json;
    }
}
