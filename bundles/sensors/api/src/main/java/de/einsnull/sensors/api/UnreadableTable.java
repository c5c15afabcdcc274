package de.einsnull.sensors.api;

/** A table that cannot be read as a whole. */
public class UnreadableTable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why it cannot be read. */
    public enum Code {
        /** It has no rows below the names of the columns. */
        EMPTY,
        /** It has a column that nobody knows: the detail. */
        UNKNOWN_COLUMN,
        /** It has a column twice: the detail. */
        COLUMN_TWICE,
        /** It lacks a column: the detail. */
        NO_COLUMN,
        /** It has more rows, or bytes, than the detail says. */
        TOO_LARGE
    }

    private final Code code;
    private final String detail;

    /**
     * Creates the exception.
     *
     * @param code why
     * @param detail column or limit, may be empty
     */
    public UnreadableTable(Code code, String detail) {
        super("Not a table of devices: " + code + " " + detail);
        this.code = code;
        this.detail = detail;
    }

    /**
     * Why it cannot be read.
     *
     * @return the code
     */
    public Code code() {
        return code;
    }

    /**
     * Which column, or which limit.
     *
     * @return may be empty
     */
    public String detail() {
        return detail;
    }
}
