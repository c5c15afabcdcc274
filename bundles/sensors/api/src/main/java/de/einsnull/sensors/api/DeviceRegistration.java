package de.einsnull.sensors.api;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is stated about a device when it is registered.
 *
 * @param instance name of the driver instance that hears it, for example {@code lorawan-stadt}
 * @param externalId what the driver calls it: the devEUI in upper case, a part of a topic; 1 to 128 characters
 * @param model id of its model, see {@code PayloadCodec}; empty if the driver itself knows the channels
 * @param name name of the thing, 1 to 200 characters
 * @param description a sentence about it, may be empty
 * @param kind see {@link Kinds}
 * @param group what it belongs to, may be empty
 * @param position where it is
 * @param open whether everybody may read its datastreams
 * @param licence SPDX id or URI of the licence of open data, may be empty
 * @param demo whether it is made up for demonstration
 * @param properties further facts about the thing
 */
public record DeviceRegistration(
        String instance,
        String externalId,
        String model,
        String name,
        String description,
        String kind,
        String group,
        Optional<Position> position,
        boolean open,
        String licence,
        boolean demo,
        Map<String, String> properties) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a value is missing, malformed or too long; the message says which
     */
    public DeviceRegistration {
        Objects.requireNonNull(position, "position");
        properties = Map.copyOf(properties);
        requireText("instance", instance, 1, 100);
        requireText("externalId", externalId, 1, 128);
        requireText("model", model, 0, 100);
        requireText("name", name, 1, 200);
        requireText("description", description, 0, 1000);
        requireText("group", group, 0, 200);
        requireText("licence", licence, 0, 200);
        if (!kind.matches("[a-z0-9]+(-[a-z0-9]+)*") || kind.length() > 64) {
            throw new IllegalArgumentException("Not a kind: '" + kind + "'");
        }
    }

    private static void requireText(String what, String text, int min, int max) {
        if (text.strip().length() < min || text.length() > max) {
            throw new IllegalArgumentException(what + " must have " + min + " to " + max + " characters");
        }
    }
}
