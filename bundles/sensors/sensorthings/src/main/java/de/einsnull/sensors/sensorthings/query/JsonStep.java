package de.einsnull.sensors.sensorthings.query;

/** A step into a JSON value. */
public sealed interface JsonStep {

    /**
     * The member of an object.
     *
     * @param name its name, as it stands in the JSON
     */
    record Member(String name) implements JsonStep {}

    /**
     * The item of an array.
     *
     * @param index 0 or more
     */
    record Item(int index) implements JsonStep {}
}
