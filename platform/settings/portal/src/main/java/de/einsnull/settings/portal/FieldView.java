package de.einsnull.settings.portal;

import de.einsnull.settings.api.Label;
import java.util.List;
import java.util.Map;

/**
 * A field as the template sees it.
 *
 * @param field name and id of the field
 * @param kind {@code text}, {@code lines}, {@code choice}, {@code choices}, {@code secret}, {@code place} or {@code fixed}
 * @param label label
 * @param help help of the module
 * @param unit unit of a number
 * @param notes further help: default, bounds, when it counts
 * @param required whether it must be filled in
 * @param values what is in it: a place has longitude and latitude
 * @param options labels by value
 * @param isSet whether a secret is kept
 * @param held token of a secret that was typed, or empty
 */
public record FieldView(
        String field,
        String kind,
        Label label,
        Label help,
        Label unit,
        List<String> notes,
        boolean required,
        List<String> values,
        Map<String, Label> options,
        boolean isSet,
        String held) {

    static String field(String setting) {
        return "f." + setting;
    }

    /** The first value, or nothing. */
    public String value() {
        return values.isEmpty() ? "" : values.get(0);
    }

    /** All values, one a line. */
    public String lines() {
        return String.join("\n", values);
    }

    /** How many lines the field has. */
    public int rows() {
        return Math.min(12, values.size() + 2);
    }
}
