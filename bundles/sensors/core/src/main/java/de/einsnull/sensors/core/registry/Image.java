package de.einsnull.sensors.core.registry;

import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.DeviceRegistration;
import de.einsnull.sensors.api.ObservedProperty;
import de.einsnull.sensors.api.SensorModel;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.core.model.DatastreamEntity;
import de.einsnull.sensors.core.model.DeviceEntity;
import de.einsnull.sensors.core.model.LocationEntity;
import de.einsnull.sensors.core.model.Properties;
import de.einsnull.sensors.core.model.ThingEntity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A thing with all that belongs to it, copied out of the persistence context.
 *
 * @param device id of the device, 0 if there is none
 * @param thing the thing, without datastreams
 * @param registration what was stated of the device, null if there is none
 * @param datastreams datastreams without last values, by channel id
 * @param models models that the datastreams refer to
 * @param properties properties that the datastreams refer to
 */
record Image(
        long device,
        Thing thing,
        DeviceRegistration registration,
        List<Datastream> datastreams,
        List<SensorModel> models,
        List<ObservedProperty> properties) {

    static Image of(DeviceEntity device) {
        var thing = thing(device.thing());
        return of(device.thing(), thing, device.id(), registration(device, thing));
    }

    /** A thing that has no device, because it was written through SensorThings. */
    static Image of(ThingEntity thing) {
        return of(thing, thing(thing), 0, null);
    }

    private static Image of(ThingEntity entity, Thing thing, long device, DeviceRegistration registration) {
        var entities = entity.datastreams().stream().filter(d -> !d.multi()).toList();
        return new Image(
                device,
                thing,
                registration,
                entities.stream()
                        .map(d -> datastream(d, thing.id()))
                        .sorted(Comparator.comparing(d -> d.channel().id()))
                        .toList(),
                entities.stream().map(d -> d.sensor().toModel()).distinct().toList(),
                entities.stream()
                        .map(d -> d.observedProperty().toProperty())
                        .distinct()
                        .toList());
    }

    private static Thing thing(ThingEntity t) {
        var location = Optional.ofNullable(t.location());
        return new Thing(
                t.id(),
                t.name(),
                t.description(),
                t.kind(),
                t.group(),
                location.flatMap(LocationEntity::position),
                location.map(LocationEntity::id).orElse(0L),
                t.demo(),
                Properties.fromJson(t.properties()),
                List.of());
    }

    private static DeviceRegistration registration(DeviceEntity d, Thing t) {
        return new DeviceRegistration(
                d.instance(),
                d.externalId(),
                d.model(),
                t.name(),
                t.description(),
                t.kind(),
                t.group(),
                t.position(),
                d.open(),
                d.licence(),
                t.demo(),
                t.properties());
    }

    private static Datastream datastream(DatastreamEntity d, long thing) {
        return new Datastream(
                d.id(),
                thing,
                d.name(),
                d.channel(),
                d.sensor().id(),
                d.observedProperty().id(),
                d.open(),
                d.licence(),
                Optional.empty());
    }
}
