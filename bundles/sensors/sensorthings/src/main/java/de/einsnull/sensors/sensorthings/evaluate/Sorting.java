package de.einsnull.sensors.sensorthings.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.sensorthings.model.TimeValue;
import java.util.Comparator;

/** The order of values of one expression, as {@link de.einsnull.sensors.sensorthings.query.Order} says. */
enum Sorting implements Comparator<Object> {
    /** The only one. */
    INSTANCE;

    @Override
    public int compare(Object a, Object b) {
        if (a == null || b == null) {
            return Boolean.compare(a != null, b != null);
        }
        if (a instanceof JsonNode x && b instanceof JsonNode y) {
            return json(x, y);
        }
        if (a instanceof TimeValue x && b instanceof TimeValue y) {
            int start = x.start().compareTo(y.start());
            return start == 0 ? x.last().compareTo(y.last()) : start;
        }
        if (a instanceof Number) {
            return Comparison.numbers(Values.number(a), Values.number(b));
        }
        return a instanceof String x ? Comparison.texts(x, (String) b) : others(a, b);
    }

    private static int json(JsonNode a, JsonNode b) {
        if (a.isNumber() != b.isNumber()) {
            return a.isNumber() ? -1 : 1;
        }
        return a.isNumber()
                ? Comparison.numbers(Values.number(a), Values.number(b))
                : Comparison.texts(text(a), text(b));
    }

    private static String text(JsonNode json) {
        return json.isValueNode() ? json.asText() : json.toString();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int others(Object a, Object b) {
        return ((Comparable) a).compareTo(b);
    }
}
