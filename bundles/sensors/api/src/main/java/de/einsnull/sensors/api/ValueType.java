package de.einsnull.sensors.api;

/** What kind of value a channel delivers. */
public enum ValueType {
    /** A finite number with a unit. */
    NUMBER,
    /** True or false. */
    BOOLEAN,
    /** A word of a fixed list or a short text, at most {@value Value#MAX_TEXT_CHARS} characters. */
    TEXT
}
