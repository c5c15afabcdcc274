package de.einsnull.sensors.sensorthings.json;

/** A body that cannot be what it should be; says where. */
public final class BodyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final String german;
    private final String english;

    /**
     * A fault at a place.
     *
     * @param pointer JSON pointer to the place (RFC 6901)
     * @param german what is wrong and what would be right
     * @param english the same in English
     */
    public BodyException(String pointer, String german, String english) {
        super(pointer + ": " + english);
        this.pointer = pointer;
        this.german = german;
        this.english = english;
    }

    /**
     * Where.
     *
     * @return JSON pointer, empty for the whole body
     */
    public String pointer() {
        return pointer;
    }

    /**
     * What, in German.
     *
     * @return one sentence without a full stop
     */
    public String german() {
        return german;
    }

    /**
     * What, in English.
     *
     * @return one sentence without a full stop
     */
    public String english() {
        return english;
    }
}
