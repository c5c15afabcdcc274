package de.einsnull.sensors.driver.datex;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.Position;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.driver.kit.http.HttpSource;
import de.einsnull.sensors.driver.kit.http.Page;
import de.einsnull.sensors.driver.kit.mapping.Format;
import de.einsnull.sensors.driver.kit.mapping.Times;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds things in publications, whether they were XML or JSON and whatever was put around them. */
final class Tree {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private Tree() {}

    /** Reads a page by what it begins with. */
    static JsonNode read(Page page) throws DriverException {
        try {
            return isXml(page.body()) ? Xml.read(page.body()) : Format.json(page.body());
        } catch (IOException e) {
            throw new DriverException(
                    DriverCause.PROTOCOL,
                    "The answer of " + HttpSource.safe(page.address()) + " is no DATEX II: " + e.getMessage(),
                    e);
        }
    }

    private static boolean isXml(byte[] body) {
        for (byte one : body) {
            if (one == '<') {
                return true;
            }
            if (one == '{' || one == '[') {
                return false;
            }
        }
        return false;
    }

    /** All things of a name, wherever they stand, but for those inside of each other. */
    static List<JsonNode> all(JsonNode root, String name) {
        var found = new ArrayList<JsonNode>();
        collect(root, name, found);
        return found;
    }

    private static void collect(JsonNode node, String name, List<JsonNode> found) {
        if (node.isArray()) {
            node.forEach(one -> collect(one, name, found));
        } else if (node.isObject()) {
            node.properties().forEach(member -> {
                if (member.getKey().equals(name)) {
                    items(member.getValue()).forEach(found::add);
                } else {
                    collect(member.getValue(), name, found);
                }
            });
        }
    }

    /** A list, or the one thing that stands where a list may. */
    static List<JsonNode> items(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        var items = new ArrayList<JsonNode>();
        if (node.isArray()) {
            node.forEach(items::add);
        } else {
            items.add(node);
        }
        return items;
    }

    /** The id of a thing or reference, empty if it has none. */
    static String id(JsonNode node) {
        for (String name : List.of("idG", "id", "@id")) {
            if (node.path(name).isValueNode()) {
                return node.path(name).asText().strip();
            }
        }
        return "";
    }

    /** A text, which may stand in a value or, in several languages, in values. */
    static String text(JsonNode node) {
        if (node.isValueNode()) {
            return node.isNull() ? "" : node.asText().strip();
        }
        if (node.isArray()) {
            return node.isEmpty() ? "" : text(node.get(0));
        }
        for (String name : List.of("values", "value")) {
            if (node.has(name)) {
                return text(node.get(name));
            }
        }
        return "";
    }

    static Optional<Double> number(JsonNode node) {
        var text = text(node);
        return text.matches("-?\\d{1,15}(\\.\\d{1,18})?([eE]-?\\d{1,2})?")
                ? Optional.of(Double.parseDouble(text))
                : Optional.empty();
    }

    /** Publications without an offset mean the time of their city. */
    static Optional<Instant> time(JsonNode node) {
        return Times.read(TextNode.valueOf(text(node)), ZONE);
    }

    /** The first pair of coordinates inside. */
    static Optional<Position> position(JsonNode node) {
        if (node.isArray()) {
            for (JsonNode one : node) {
                var found = position(one);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        var latitude = number(node.path("latitude"));
        var longitude = number(node.path("longitude"));
        if (latitude.isPresent() && longitude.isPresent()) {
            return valid(longitude.get(), latitude.get());
        }
        for (var member : node.properties()) {
            var found = position(member.getValue());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Position> valid(double longitude, double latitude) {
        return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90
                ? Optional.of(new Position(longitude, latitude))
                : Optional.empty();
    }
}
