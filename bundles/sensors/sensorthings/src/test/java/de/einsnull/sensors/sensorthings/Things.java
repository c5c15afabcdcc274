package de.einsnull.sensors.sensorthings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Kind;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.parse.Temporals;
import de.einsnull.sensors.sensorthings.store.Entity;
import de.einsnull.sensors.sensorthings.store.Page;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Makes entities for tests. */
public final class Things {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final EntityType type;
    private final long id;
    private final Map<Property, Object> values = new HashMap<>();
    private final Map<Navigation, Page> expanded = new EnumMap<>(Navigation.class);

    private Things(EntityType type, long id) {
        this.type = type;
        this.id = id;
    }

    public static Things of(EntityType type, long id) {
        return new Things(type, id);
    }

    /** A value as it would stand in JSON; texts and times without quotes. */
    public Things with(String property, String value) {
        var known = type.require(property);
        values.put(
                known,
                switch (known.kind()) {
                    case TEXT -> value;
                    case INSTANT, INTERVAL, TIME -> Temporals.parse(value).orElseThrow();
                    case ID, GEOMETRY, OBJECT, LIST, ANY -> json(value);
                });
        assert known.kind() != Kind.ID;
        return this;
    }

    public Things with(Navigation navigation, Entity... related) {
        return with(navigation, new Page(List.of(related), OptionalLong.empty(), false, Optional.empty()));
    }

    public Things with(Navigation navigation, Page page) {
        expanded.put(navigation, page);
        return this;
    }

    public Entity make(Navigation... absent) {
        return new Entity(type, id, values, Set.of(absent), expanded);
    }

    public static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
