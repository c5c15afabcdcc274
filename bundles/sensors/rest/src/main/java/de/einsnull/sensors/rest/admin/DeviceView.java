package de.einsnull.sensors.rest.admin;

import de.einsnull.sensors.api.Device;
import de.einsnull.sensors.api.DeviceRegistration;
import de.einsnull.sensors.api.Position;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A device in JSON; {@code id}, {@code thing} and {@code lastSeen} are ignored when it is sent to us.
 *
 * @param id id of the device
 * @param thing id of its thing
 * @param instance driver instance that hears it
 * @param externalId what the driver calls it (LoRaWAN: devEUI)
 * @param model id of its model, empty if the driver knows the channels
 * @param name name of the thing
 * @param description a sentence about it
 * @param kind see {@code Kinds}, {@code other} if absent
 * @param group what it belongs to
 * @param longitude degrees, WGS 84
 * @param latitude degrees, WGS 84
 * @param open whether everybody may read its values; not if absent
 * @param licence licence of open data
 * @param demo whether it is made up; not if absent
 * @param properties further facts
 * @param lastSeen when it was heard last
 */
public record DeviceView(
        Long id,
        Long thing,
        String instance,
        String externalId,
        String model,
        String name,
        String description,
        String kind,
        String group,
        Double longitude,
        Double latitude,
        Boolean open,
        String licence,
        Boolean demo,
        Map<String, String> properties,
        Instant lastSeen) {

    static DeviceView of(Device device) {
        var r = device.registration();
        return new DeviceView(
                device.id(),
                device.thing(),
                r.instance(),
                r.externalId(),
                r.model(),
                r.name(),
                r.description(),
                r.kind(),
                r.group(),
                r.position().map(Position::longitude).orElse(null),
                r.position().map(Position::latitude).orElse(null),
                r.open(),
                r.licence(),
                r.demo(),
                r.properties(),
                device.lastSeen().orElse(null));
    }

    /** What it states; throws an exception that says what is missing or wrong. */
    DeviceRegistration registration() {
        if ((longitude == null) != (latitude == null)) {
            throw new IllegalArgumentException("longitude and latitude go together");
        }
        return new DeviceRegistration(
                text(instance),
                text(externalId),
                text(model),
                text(name),
                text(description),
                kind == null ? "other" : kind,
                text(group),
                Optional.ofNullable(longitude).map(east -> new Position(east, latitude)),
                Boolean.TRUE.equals(open),
                text(licence),
                Boolean.TRUE.equals(demo),
                properties == null ? Map.of() : properties);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
