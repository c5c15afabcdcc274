package de.einsnull.sensors.rest.sensorthings;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.sensorthings.json.BodyException;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.query.EntityPath;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads which entity a request about a link means. */
final class References {

    private static final Pattern ENTITY = Pattern.compile("(?:.*/)?([A-Za-z]+)\\('?(-?\\d{1,18})'?\\)");

    private References() {}

    /** The target in a body: {@code {"@iot.id": 1}} or {@code {"@iot.selfLink": "…/Things(1)"}}. */
    static long target(EntityType type, JsonNode body) {
        var id = body.path("@iot.id");
        if (id.isIntegralNumber() && id.longValue() > 0) {
            return id.longValue();
        }
        var matcher = ENTITY.matcher(
                body.path("@iot.selfLink").asText(body.path("@id").asText()));
        if (matcher.matches() && matcher.group(1).equals(type.set())) {
            return Long.parseLong(matcher.group(2));
        }
        throw new BodyException(
                "/@iot.id",
                "erwartet wird die Nummer von " + type.entityName(),
                "expected the id of a " + type.entityName());
    }

    /** The path with the id that the parameter {@code $id} adds to it. */
    static EntityPath named(EntityPath path, String query) {
        if (path.single()) {
            return path;
        }
        for (var parameter : query.split("&")) {
            if (parameter.startsWith("$id=") || parameter.startsWith("%24id=")) {
                var address =
                        URLDecoder.decode(parameter.substring(parameter.indexOf('=') + 1), StandardCharsets.UTF_8);
                return path.parent().orElseThrow().then(path.last().via().orElseThrow(), id(path.type(), address));
            }
        }
        throw Refusals.option(
                "Der Pfad oder $id muss sagen, welche Verknüpfung gelöst wird.",
                "The path or $id has to say which link is taken away.");
    }

    private static OptionalLong id(EntityType type, String address) {
        var matcher = ENTITY.matcher(address);
        if (!matcher.matches() || !matcher.group(1).equals(type.set())) {
            throw Refusals.option(
                    "$id: erwartet wird eine Adresse wie " + type.set() + "(1).",
                    "$id: expected an address such as " + type.set() + "(1).");
        }
        return OptionalLong.of(Long.parseLong(matcher.group(2)));
    }
}
