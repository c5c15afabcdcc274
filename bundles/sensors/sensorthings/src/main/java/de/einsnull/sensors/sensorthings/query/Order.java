package de.einsnull.sensors.sensorthings.query;

/**
 * One criterion of {@code $orderby}. Null is smaller than everything; ANY sorts numbers by value before everything else by
 * its text. Where all criteria are equal, entities come by ascending id; without any, so do all but observations, which
 * come by datastream and time, and the properties of a MultiDatastream, which come in their order.
 *
 * @param expression what is sorted by; leads through to-one navigations only
 * @param descending whether the greatest comes first
 */
public record Order(Expression expression, boolean descending) {}
