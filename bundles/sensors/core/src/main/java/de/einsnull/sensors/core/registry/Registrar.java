package de.einsnull.sensors.core.registry;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.DeviceRegistration;
import de.einsnull.sensors.api.Position;
import de.einsnull.sensors.core.codec.ModelInfo;
import de.einsnull.sensors.core.model.DatastreamEntity;
import de.einsnull.sensors.core.model.DeviceEntity;
import de.einsnull.sensors.core.model.LocationEntity;
import de.einsnull.sensors.core.model.ObservedPropertyEntity;
import de.einsnull.sensors.core.model.SensorEntity;
import de.einsnull.sensors.core.model.ThingEntity;
import de.einsnull.sensors.core.store.Features;
import de.einsnull.sensors.core.store.SensorDatabase;
import de.einsnull.sensors.core.store.Whereabouts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.FlushModeType;
import javax.persistence.TypedQuery;

/** Writes devices, things and datastreams within one transaction. */
final class Registrar {

    private final EntityManager manager;
    private final ChannelNames names;
    private final Instant now;
    private final Map<String, SensorEntity> sensors = new HashMap<>();
    private final Map<String, ObservedPropertyEntity> properties = new HashMap<>();
    private final Map<List<String>, DeviceEntity> devices = new HashMap<>();
    private final Map<ThingEntity, LocationEntity> moved = new LinkedHashMap<>();
    private final Set<ThingEntity> touched = new LinkedHashSet<>();

    /** The context is flushed once at the end, so that many devices can be registered in one go. */
    Registrar(EntityManager manager, ChannelNames names, Instant now) {
        this.manager = manager;
        this.names = names;
        this.now = now;
        manager.setFlushMode(FlushModeType.COMMIT);
    }

    DeviceEntity register(DeviceRegistration stated, ModelInfo model) {
        var device = devices.computeIfAbsent(
                List.of(stated.instance(), stated.externalId()),
                key -> find(key.get(0), key.get(1)).orElseGet(() -> new DeviceEntity(key.get(0), key.get(1))));
        device.update(stated);
        manager.persist(device);
        move(device, stated.position());
        model.channels().forEach(channel -> datastream(device, model, channel));
        device.thing().datastreams().forEach(d -> d.update(name(device, d.channel()), stated.open(), stated.licence()));
        return device;
    }

    private void move(DeviceEntity device, Optional<Position> to) {
        var thing = device.thing();
        var from = Optional.ofNullable(thing.location()).flatMap(LocationEntity::position);
        if (to.isPresent() && !to.equals(from)) {
            var place = new LocationEntity(thing.name(), to.get());
            manager.persist(place);
            thing.moveTo(place);
            moved.put(thing, place);
        }
    }

    /** Adds the datastream of a channel unless the thing has one. */
    void datastream(DeviceEntity device, ModelInfo model, Channel channel) {
        var thing = device.thing();
        if (thing.datastreams().stream().anyMatch(d -> d.channel().id().equals(channel.id()))) {
            return;
        }
        var created = new DatastreamEntity(thing, sensor(model), property(channel), channel);
        created.update(name(device, channel), device.open(), device.licence());
        manager.persist(created);
        thing.add(created);
        touched.add(thing);
    }

    /** Writes what is not kept by JPA: where things are and were, and the features of what they observe. */
    void finish(SensorDatabase database) throws SQLException {
        manager.flush();
        var connection = manager.unwrap(Connection.class);
        for (var entry : moved.entrySet()) {
            Whereabouts.move(
                    connection,
                    database.ids(),
                    entry.getKey().id(),
                    List.of(entry.getValue().id()),
                    now);
        }
        touched.addAll(moved.keySet());
        if (!touched.isEmpty()) {
            var things = touched.stream().map(ThingEntity::id).toArray(Long[]::new);
            Features.follow(connection, database.observations().nextId(connection), things);
            Features.open(connection, database.ids(), database.observations().nextId(connection), things);
        }
    }

    private String name(DeviceEntity device, Channel channel) {
        return names.of(channel) + ", " + device.thing().name();
    }

    private SensorEntity sensor(ModelInfo model) {
        return sensors.computeIfAbsent(model.id(), id -> first(
                        manager.createQuery("select s from Sensor s where s.model = :model", SensorEntity.class)
                                .setParameter("model", id))
                .orElseGet(() -> persisted(new SensorEntity(id, model.name(), model.datasheet()))));
    }

    private ObservedPropertyEntity property(Channel channel) {
        return properties.computeIfAbsent(channel.observedProperty(), uri -> first(manager.createQuery(
                                "select p from ObservedProperty p where p.definition = :definition order by p.id",
                                ObservedPropertyEntity.class)
                        .setParameter("definition", uri))
                .orElseGet(() -> persisted(new ObservedPropertyEntity(uri, names.of(channel)))));
    }

    private <T> T persisted(T entity) {
        manager.persist(entity);
        return entity;
    }

    Optional<DeviceEntity> find(String instance, String externalId) {
        return first(manager.createQuery(
                        "select d from Device d where d.instance = :instance and d.externalId = :id",
                        DeviceEntity.class)
                .setParameter("instance", instance)
                .setParameter("id", externalId));
    }

    private static <T> Optional<T> first(TypedQuery<T> query) {
        return query.setMaxResults(1).getResultStream().findFirst();
    }
}
