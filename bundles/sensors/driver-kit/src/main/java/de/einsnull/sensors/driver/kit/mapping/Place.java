package de.einsnull.sensors.driver.kit.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Where something stands in a record: the name of a column or field ({@code Free}), or a JSON pointer
 * ({@code /properties/free}). A step {@code [title=Temperature]} takes the first element of a list in which a field has that
 * value, because the order of such lists is not certain.
 */
public final class Place {

    private static final int MOST_STEPS = 32;

    private final List<String> steps;

    private Place(List<String> steps) {
        this.steps = List.copyOf(steps);
    }

    /**
     * Reads a place.
     *
     * @param text as city IT typed it, blanks around it do not matter; empty for the whole record
     * @return the place
     * @throws IllegalArgumentException if it cannot be understood
     */
    public static Place of(String text) {
        String wanted = text.strip();
        if (!wanted.startsWith("/")) {
            return new Place(wanted.isEmpty() ? List.of() : List.of(wanted));
        }
        var steps = new ArrayList<String>();
        for (String step : wanted.substring(1).split("/", -1)) {
            steps.add(step.replace("~1", "/").replace("~0", "~"));
        }
        for (String step : steps) {
            if (step.startsWith("[") && !step.matches("\\[[^=\\]]+=.*]")) {
                throw new IllegalArgumentException("Expected '[field=value]': '" + step + "'");
            }
        }
        if (steps.size() > MOST_STEPS) {
            throw new IllegalArgumentException("A pointer has at most " + MOST_STEPS + " steps");
        }
        return new Place(steps);
    }

    /**
     * Whether it is the whole record, because nothing was configured.
     *
     * @return true if there are no steps
     */
    public boolean isWhole() {
        return steps.isEmpty();
    }

    /**
     * Looks it up.
     *
     * @param record any JSON
     * @return what stands there, a missing node if nothing does
     */
    public JsonNode in(JsonNode record) {
        JsonNode found = record;
        for (String step : steps) {
            found = step.startsWith("[") ? chosen(found, step) : next(found, step);
        }
        return found;
    }

    private static JsonNode next(JsonNode from, String step) {
        boolean index = from.isArray() && step.matches("\\d{1,6}");
        return index ? from.path(Integer.parseInt(step)) : from.path(step);
    }

    private static JsonNode chosen(JsonNode from, String step) {
        int equals = step.indexOf('=');
        String field = step.substring(1, equals);
        String value = step.substring(equals + 1, step.length() - 1);
        for (JsonNode element : from) {
            if (element.path(field).asText().equals(value)) {
                return element;
            }
        }
        return MissingNode.getInstance();
    }
}
