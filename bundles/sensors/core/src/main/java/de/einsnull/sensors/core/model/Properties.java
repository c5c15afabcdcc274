package de.einsnull.sensors.core.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Facts about a thing as one JSON column. */
public final class Properties {

    private static final int MAX_CHARS = 4_000;
    private static final int LONGEST_OWN = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Facts that have columns of their own. */
    private static final Set<String> OWN = Set.of("kind", "group", "demo");

    private Properties() {}

    /**
     * Writes the facts of a thing with those that have columns of their own.
     *
     * @throws IllegalArgumentException if they are too long for a registration
     */
    public static String ofThing(Map<String, String> facts, String kind, String group, boolean demo) {
        ObjectNode all = JSON.createObjectNode();
        all.put("demo", demo).put("group", group).put("kind", kind);
        facts.forEach((name, value) -> {
            if (!OWN.contains(name)) {
                all.put(name, value);
            }
        });
        var text = write(all);
        if (text.length() > MAX_CHARS) {
            throw new IllegalArgumentException("properties have more than " + MAX_CHARS + " characters");
        }
        return text;
    }

    /** Writes JSON without white space. */
    public static String write(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("properties cannot be written as JSON", e);
        }
    }

    /** Whether a name is that of a fact with a column of its own. */
    public static boolean isOwn(String name) {
        return OWN.contains(name);
    }

    /** Whether the facts of a thing can be written, whatever its kind and group. */
    public static boolean fit(Map<String, String> facts) {
        try {
            return ofThing(facts, "", "", false).length() <= MAX_CHARS - LONGEST_OWN;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Sets members of a column with an object, which may be null. */
    public static String with(String column, Map<String, String> members) {
        var node = read(column);
        ObjectNode object = node.isObject() ? (ObjectNode) node : JSON.createObjectNode();
        members.forEach(object::put);
        return write(object);
    }

    /** Reads the facts that have no columns of their own: texts as they are, everything else as JSON. */
    public static Map<String, String> fromJson(String column) {
        var facts = new TreeMap<String, String>();
        read(column).properties().forEach(e -> {
            if (!OWN.contains(e.getKey()) && !e.getValue().isNull()) {
                var value = e.getValue();
                facts.put(e.getKey(), value.isTextual() ? value.textValue() : value.toString());
            }
        });
        return facts;
    }

    /** Reads a column that may be null. */
    public static JsonNode read(String column) {
        try {
            return column == null ? JSON.createObjectNode() : JSON.readTree(column);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A column with properties is not JSON", e);
        }
    }
}
