package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.store.Entity;
import de.einsnull.sensors.sensorthings.store.Page;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** An entity while it is read. */
final class Item {

    final EntityType type;
    final long id;
    final Map<Property, Object> values = new LinkedHashMap<>();
    final Set<Navigation> absent = EnumSet.noneOf(Navigation.class);
    final Map<Navigation, Page> expanded = new EnumMap<>(Navigation.class);

    /** Ids behind to-one navigations, as far as the row tells. */
    final Map<Navigation, Long> one = new EnumMap<>(Navigation.class);

    /** Of an observation: its datastream and the feature that it names itself, or null. */
    long datastream;

    Long ownFeature;

    /** Of an observation: when it begins and ends. */
    Instant time;

    Instant last;

    /** The id of the entity through which it was reached. */
    long parent;

    Item(EntityType type, long id) {
        this.type = type;
        this.id = id;
    }

    Entity entity() {
        return new Entity(type, id, values, absent, expanded);
    }
}
