package de.einsnull.sensors.sensorthings.query;

/**
 * One criterion of {@code $orderby}. Null is smaller than everything; ANY sorts numbers by value before everything else by
 * its text. Where all criteria are equal, and without any, entities come by ascending id.
 *
 * @param expression what is sorted by; leads through to-one navigations only
 * @param descending whether the greatest comes first
 */
public record Order(Expression expression, boolean descending) {}
