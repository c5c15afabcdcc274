package de.einsnull.sensors.rules.model;

/** What a condition asks of a series. */
public enum Operator {
    /** The number is above the limit. */
    ABOVE,
    /** The number is below the limit. */
    BELOW,
    /** The flag or word is the one that is named. */
    IS,
    /** No value came for a time. */
    SILENT;

    /** Whether it compares numbers. */
    public boolean isNumeric() {
        return this == ABOVE || this == BELOW;
    }
}
