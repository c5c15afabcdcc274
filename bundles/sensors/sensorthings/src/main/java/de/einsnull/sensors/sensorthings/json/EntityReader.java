package de.einsnull.sensors.sensorthings.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.store.Draft;
import de.einsnull.sensors.sensorthings.store.Link;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads entities from bodies. One for a request. Every method throws a {@link BodyException}. */
public final class EntityReader {

    private static final int MOST_ENTITIES = 5_000;
    /** Kept up to date by the store, so that a PUT without them does not take them away. */
    private static final Set<String> COMPUTED = Set.of("observedArea", "phenomenonTime");

    private final Instant now;
    private int entities;

    private enum Mode {
        CREATE,
        CHANGE
    }

    /**
     * A reader.
     *
     * @param now phenomenonTime of observations that name none
     */
    public EntityReader(Instant now) {
        this.now = now;
    }

    /**
     * Reads a new entity, with those that are created along with it.
     *
     * @param type its type
     * @param given a navigation of the type whose target is known from elsewhere, such as the path
     * @param body JSON object
     * @return the entity with all defaults
     */
    public Draft created(EntityType type, Optional<Navigation> given, JsonNode body) {
        return created(type, given, body, "");
    }

    private Draft created(EntityType type, Optional<Navigation> given, JsonNode body, String pointer) {
        if (++entities > MOST_ENTITIES) {
            throw new BodyException(
                    pointer,
                    "höchstens " + MOST_ENTITIES + " Objekte in einer Anfrage",
                    MOST_ENTITIES + " entities at most in a request");
        }
        var draft = read(type, body, pointer, Mode.CREATE);
        Defaults.add(draft, now);
        Completeness.check(draft, given);
        return draft;
    }

    /**
     * Reads a change (PATCH): what is not there stays.
     *
     * @param type type of the entity
     * @param body JSON object
     * @return the change
     */
    public Draft patched(EntityType type, JsonNode body) {
        var draft = read(type, body, "", Mode.CHANGE);
        Completeness.checkChange(draft);
        return draft;
    }

    /**
     * Reads a replacement (PUT): optional properties that are not there are taken away, links stay.
     *
     * @param type type of the entity
     * @param body JSON object
     * @return the change
     */
    public Draft replaced(EntityType type, JsonNode body) {
        var draft = patched(type, body);
        Completeness.checkValues(draft);
        type.properties().stream().filter(p -> !p.mandatory() && !kept(type, p)).forEach(p -> draft.values()
                .putIfAbsent(p, null));
        return draft;
    }

    private static boolean kept(EntityType type, Property property) {
        boolean series = type == EntityType.DATASTREAM || type == EntityType.MULTI_DATASTREAM;
        boolean described = Set.of("observationType", "multiObservationDataTypes", "resultTime")
                .contains(property.name());
        return COMPUTED.contains(property.name()) || (series && described);
    }

    private Draft read(EntityType type, JsonNode body, String pointer, Mode mode) {
        if (!(body instanceof ObjectNode object)) {
            throw ValueReader.expected(pointer, "ein Objekt {...}", "an object {...}");
        }
        Map<Property, Object> values = new LinkedHashMap<>();
        Map<Navigation, List<Link>> links = new EnumMap<>(Navigation.class);
        for (var field : object.properties()) {
            var at = Pointers.member(pointer, field.getKey());
            var navigation = type.navigation(field.getKey());
            if (navigation.isPresent()) {
                links.put(navigation.get(), links(navigation.get(), field.getValue(), at, mode));
            } else if (!field.getKey().contains("@iot.") && !field.getKey().equals("id")) {
                var property = type.property(field.getKey()).orElseThrow(() -> unknown(type, at));
                values.put(property, ValueReader.read(property, field.getValue(), at));
            }
        }
        return new Draft(type, values, links, pointer);
    }

    private static BodyException unknown(EntityType type, String pointer) {
        var names = type.properties().stream().map(Property::name).collect(Collectors.joining(", "));
        return new BodyException(
                pointer,
                "diese Eigenschaft hat " + type.entityName() + " nicht; es gibt " + names,
                type.entityName() + " has no such property; there are " + names);
    }

    private List<Link> links(Navigation navigation, JsonNode json, String pointer, Mode mode) {
        if (!navigation.many()) {
            return json.isNull() ? List.of() : List.of(link(navigation, json, pointer, mode));
        }
        if (!json.isArray()) {
            throw ValueReader.expected(pointer, "eine Liste [...]", "a list [...]");
        }
        var links = new ArrayList<Link>(json.size());
        for (int i = 0; i < json.size(); i++) {
            links.add(link(navigation, json.get(i), Pointers.item(pointer, i), mode));
        }
        return links;
    }

    private Link link(Navigation navigation, JsonNode json, String pointer, Mode mode) {
        var id = json.get(Property.ID.name());
        if (id != null) {
            return new Link.Existing(Ids.read(id, Pointers.member(pointer, Property.ID.name())), pointer);
        }
        if (mode == Mode.CHANGE) {
            throw new BodyException(
                    pointer,
                    "bei einer Änderung wird hier nur {\"@iot.id\": ...} angenommen",
                    "only {\"@iot.id\": ...} is accepted here in a change");
        }
        return new Link.Created(created(navigation.target(), Optional.of(navigation.inverse()), json, pointer));
    }
}
