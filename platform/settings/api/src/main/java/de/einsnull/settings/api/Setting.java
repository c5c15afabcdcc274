package de.einsnull.settings.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One setting.
 *
 * @param id key of the property in the configuration
 * @param label what it is called
 * @param help what to enter, may be empty
 * @param unit unit of a number, may be empty
 * @param type type of each value
 * @param list whether it takes several values
 * @param required whether there must be a value; one with a default has one
 * @param defaults what holds while nothing is set, may be empty
 * @param choices the only values it may have, empty for any
 * @param min least value of a number
 * @param max greatest value of a number
 * @param pattern regular expression that a value must match as a whole, may be empty
 * @param secret whether it is kept as a secrets file and never shown
 * @param geoPoint whether it is a place: longitude and latitude with a comma between
 * @param instanceName whether it names the instance
 * @param dependsOn when it counts
 */
public record Setting(
        String id,
        Label label,
        Label help,
        Label unit,
        Type type,
        boolean list,
        boolean required,
        List<String> defaults,
        List<Choice> choices,
        Optional<BigDecimal> min,
        Optional<BigDecimal> max,
        String pattern,
        boolean secret,
        boolean geoPoint,
        boolean instanceName,
        Optional<Condition> dependsOn) {

    /** Copies the lists. */
    public Setting {
        defaults = List.copyOf(defaults);
        choices = List.copyOf(choices);
    }

    /** Types of a value. */
    public enum Type {
        /** A {@code String}. */
        TEXT,
        /** A {@code Boolean}. */
        TRUTH,
        /** An {@code Integer}. */
        INTEGER,
        /** A {@code Long}. */
        LONG,
        /** A {@code Short}. */
        SHORT,
        /** A {@code Byte}. */
        BYTE,
        /** A {@code Double}. */
        DOUBLE,
        /** A {@code Float}. */
        FLOAT,
        /** A {@code Character}. */
        CHARACTER;

        /**
         * Whether its values are numbers without a fraction.
         *
         * @return true for a whole number
         */
        public boolean isWhole() {
            return this == INTEGER || this == LONG || this == SHORT || this == BYTE;
        }

        /**
         * Whether its values are numbers.
         *
         * @return true for a number, whole or not
         */
        public boolean isNumber() {
            return isWhole() || this == DOUBLE || this == FLOAT;
        }
    }

    /**
     * A value that may be chosen.
     *
     * @param value the value
     * @param label what it is called
     */
    public record Choice(String value, Label label) {}

    /**
     * When a setting counts.
     *
     * @param setting id of the other setting
     * @param values the values with one of which it counts
     */
    public record Condition(String setting, List<String> values) {

        /** Copies the list. */
        public Condition {
            values = List.copyOf(values);
        }
    }
}
