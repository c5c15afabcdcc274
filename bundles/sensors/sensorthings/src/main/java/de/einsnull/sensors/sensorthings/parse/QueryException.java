package de.einsnull.sensors.sensorthings.parse;

/** A path or query option that cannot be understood or is too large; says where, and what was expected there. */
public final class QueryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String option;
    private final int position;
    private final String german;
    private final String english;

    /** Why it was refused. */
    public enum Kind {
        /** Not in the language. */
        SYNTAX,
        /** Named entities that do not exist in the model; in a path. */
        UNKNOWN_PATH,
        /** Larger than a limit. */
        TOO_LARGE
    }

    QueryException(Kind kind, String option, int position, String german, String english) {
        super(option + " at " + (position + 1) + ": " + english);
        this.kind = kind;
        this.option = option;
        this.position = position;
        this.german = german;
        this.english = english;
    }

    /**
     * Why it was refused.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Which option, or {@code path}.
     *
     * @return for example {@code $filter}
     */
    public String option() {
        return option;
    }

    /**
     * Where in the (decoded) text of the option.
     *
     * @return characters before the place
     */
    public int position() {
        return position;
    }

    /**
     * What was expected, in German.
     *
     * @return one sentence without a full stop
     */
    public String german() {
        return german;
    }

    /**
     * What was expected, in English.
     *
     * @return one sentence without a full stop
     */
    public String english() {
        return english;
    }
}
