package de.einsnull.sensors.sensorthings.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.query.Expand;
import de.einsnull.sensors.sensorthings.query.Query;
import de.einsnull.sensors.sensorthings.store.Entity;
import de.einsnull.sensors.sensorthings.store.Page;
import java.io.IOException;
import java.util.Optional;

/** Writes entities in the JSON of SensorThings 1.1. */
public final class EntityWriter {

    private final Addresses addresses;

    /**
     * A writer.
     *
     * @param addresses where links lead
     */
    public EntityWriter(Addresses addresses) {
        this.addresses = addresses;
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
        frame(out, page, next);
        out.writeArrayFieldStart("value");
        for (var entity : page.entities()) {
            entity(out, entity, query, true);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    static void frame(JsonGenerator out, Page page, Optional<String> next) throws IOException {
        if (page.count().isPresent()) {
            out.writeNumberField("@iot.count", page.count().getAsLong());
        }
        if (next.isPresent()) {
            out.writeStringField("@iot.nextLink", next.get());
        }
    }

    /**
     * Writes the addresses of a page's entities.
     *
     * @param out where to
     * @param page the page
     * @param next address of the next page
     * @throws IOException if it cannot be written
     */
    public void references(JsonGenerator out, Page page, Optional<String> next) throws IOException {
        out.writeStartObject();
        frame(out, page, next);
        out.writeArrayFieldStart("value");
        for (var entity : page.entities()) {
            reference(out, entity);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    /**
     * Writes the address of an entity.
     *
     * @param out where to
     * @param entity the entity
     * @throws IOException if it cannot be written
     */
    public void reference(JsonGenerator out, Entity entity) throws IOException {
        out.writeStartObject();
        out.writeStringField(Property.SELF_LINK.name(), addresses.entity(entity.type(), entity.id()));
        out.writeEndObject();
    }

    /**
     * Writes an entity that was asked for itself.
     *
     * @param out where to
     * @param entity the entity
     * @param query what was asked for
     * @throws IOException if it cannot be written
     */
    public void entity(JsonGenerator out, Entity entity, Query query) throws IOException {
        entity(out, entity, query, true);
    }

    /** Links to related entities are written on the first level, below it only if they are selected. */
    private void entity(JsonGenerator out, Entity entity, Query query, boolean first) throws IOException {
        out.writeStartObject();
        if (query.wants(Property.ID)) {
            out.writeNumberField(Property.ID.name(), entity.id());
        }
        if (query.wants(Property.SELF_LINK)) {
            out.writeStringField(Property.SELF_LINK.name(), addresses.entity(entity.type(), entity.id()));
        }
        for (var property : entity.type().properties()) {
            property(out, entity, property, query);
        }
        for (var navigation : entity.type().navigations()) {
            boolean wanted =
                    query.wants(navigation) && (first || !query.select().isEmpty());
            if (wanted && !entity.absent().contains(navigation)) {
                out.writeStringField(
                        navigation.navigationName() + "@iot.navigationLink",
                        addresses.related(navigation, entity.id()));
            }
        }
        for (var expand : query.expand()) {
            expanded(out, entity, expand);
        }
        out.writeEndObject();
    }

    private void property(JsonGenerator out, Entity entity, Property property, Query query) throws IOException {
        if (!query.wants(property)) {
            return;
        }
        var value = Selection.of(query, property, entity.values().get(property));
        if (value != null) {
            out.writeFieldName(property.name());
            value(out, value);
        } else if (entity.type() == EntityType.OBSERVATION && property.name().equals("resultTime")) {
            out.writeNullField(property.name());
        }
    }

    /**
     * Writes a value.
     *
     * @param out where to
     * @param value of one of the Java types that {@link de.einsnull.sensors.sensorthings.model.Kind} names
     * @throws IOException if it cannot be written
     */
    public static void value(JsonGenerator out, Object value) throws IOException {
        if (value instanceof JsonNode json) {
            out.writeTree(json);
        } else if (value instanceof Long id) {
            out.writeNumber(id);
        } else {
            out.writeString(value.toString());
        }
    }

    private void expanded(JsonGenerator out, Entity entity, Expand expand) throws IOException {
        var page = entity.expanded().get(expand.navigation());
        var name = expand.navigation().navigationName();
        if (page == null) {
            return;
        }
        if (!expand.navigation().many()) {
            if (!page.entities().isEmpty()) {
                out.writeFieldName(name);
                entity(out, page.entities().get(0), expand.query(), false);
            }
            return;
        }
        if (page.count().isPresent()) {
            out.writeNumberField(name + "@iot.count", page.count().getAsLong());
        }
        if (page.more()) {
            out.writeStringField(name + "@iot.nextLink", next(entity, expand, page));
        }
        out.writeArrayFieldStart(name);
        for (var related : page.entities()) {
            entity(out, related, expand.query(), false);
        }
        out.writeEndArray();
    }

    private String next(Entity entity, Expand expand, Page page) {
        Navigation navigation = expand.navigation();
        return Addresses.with(
                addresses.related(navigation, entity.id()), expand.query().next(page));
    }
}
