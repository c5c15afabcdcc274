package de.einsnull.sensors.sensorthings.model;

/**
 * A property of an entity.
 *
 * @param name as it stands in JSON
 * @param kind what it holds
 * @param mandatory whether a new entity has to have it
 */
public record Property(String name, Kind kind, boolean mandatory) {

    /** The id; in JSON {@code @iot.id}, in queries {@code id} or {@code @iot.id}. */
    public static final Property ID = new Property("@iot.id", Kind.ID, false);

    /** The entity's own address; can only be selected. */
    public static final Property SELF_LINK = new Property("@iot.selfLink", Kind.TEXT, false);

    static Property must(String name, Kind kind) {
        return new Property(name, kind, true);
    }

    static Property may(String name, Kind kind) {
        return new Property(name, kind, false);
    }

    /**
     * Whether a path may lead into its value.
     *
     * @return true for JSON of any shape
     */
    public boolean json() {
        return switch (kind) {
            case GEOMETRY, OBJECT, LIST, ANY -> true;
            case ID, TEXT, INSTANT, INTERVAL, TIME -> false;
        };
    }
}
