package de.einsnull.sensors.api;

import java.util.Objects;

/** The result of an observation. */
public sealed interface Value permits Value.Quantity, Value.Flag, Value.Text {

    /** Longest text that is stored. */
    int MAX_TEXT_CHARS = 2_000;

    /**
     * Which kind of value this is.
     *
     * @return the type
     */
    ValueType type();

    /**
     * A number, in the unit of its channel. May be constructed with NaN or infinity, so that a codec need not care; such a
     * value is refused when it is emitted.
     *
     * @param number the number
     */
    record Quantity(double number) implements Value {
        @Override
        public ValueType type() {
            return ValueType.NUMBER;
        }
    }

    /**
     * True or false.
     *
     * @param on the value
     */
    record Flag(boolean on) implements Value {
        @Override
        public ValueType type() {
            return ValueType.BOOLEAN;
        }
    }

    /**
     * A text.
     *
     * @param text the text
     */
    record Text(String text) implements Value {
        /** Refuses null. */
        public Text {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public ValueType type() {
            return ValueType.TEXT;
        }
    }

    /**
     * Makes a number.
     *
     * @param number the number
     * @return the value
     */
    static Value of(double number) {
        return new Quantity(number);
    }

    /**
     * Makes a truth value.
     *
     * @param on the value
     * @return the value
     */
    static Value of(boolean on) {
        return new Flag(on);
    }

    /**
     * Makes a text.
     *
     * @param text the text
     * @return the value
     */
    static Value of(String text) {
        return new Text(text);
    }
}
