package de.einsnull.sensors.sensorthings.query;

/**
 * A value that stands in the query.
 *
 * @param value of the Java type that {@link ValueType} names; null only for {@link ValueType#NULL}
 * @param type its type
 * @param position where it starts
 */
public record Literal(Object value, ValueType type, int position) implements Expression {}
