package de.einsnull.modules.cli;

import java.util.List;
import java.util.Map;

/**
 * A part of an answer. What is missing reads as an empty text or list, so that an older platform does no harm.
 *
 * @param value as {@link Json} read it
 */
record Part(Object value) {

    static Part of(String json) {
        return new Part(Json.read(json));
    }

    Part at(String name) {
        return new Part(value instanceof Map<?, ?> map ? map.get(name) : null);
    }

    List<Part> list() {
        return value instanceof List<?> list ? list.stream().map(Part::new).toList() : List.of();
    }

    boolean isMissing() {
        return value == null;
    }

    String text() {
        return value == null ? "" : value.toString();
    }

    String text(String name) {
        return at(name).text();
    }
}
