package de.einsnull.settings.api;

/**
 * What is wrong with an input.
 *
 * @param setting id of the setting, {@link #NAME} for the name of the instance, empty if it concerns all of them
 * @param code what is wrong
 * @param detail value that the message needs: a bound, the choices, or with {@link Code#MODULE} the whole message in the
 *     language that was asked for
 */
public record Fault(String setting, Code code, String detail) {

    /** Stands for the name of the instance where no setting names it. */
    public static final String NAME = "@name";

    /** What can be wrong. */
    public enum Code {
        /** There must be a value. */
        REQUIRED,
        /** Not a whole number. */
        NOT_WHOLE,
        /** Not a number. */
        NOT_NUMBER,
        /** Neither true nor false. */
        NOT_TRUTH,
        /** Less than the detail. */
        TOO_SMALL,
        /** More than the detail. */
        TOO_LARGE,
        /** None of the choices in the detail. */
        NOT_A_CHOICE,
        /** Does not have the form that the help describes. */
        PATTERN,
        /** Not a place. */
        NOT_A_PLACE,
        /** More than one value. */
        ONLY_ONE,
        /** Longer than the detail says, or more values. */
        TOO_LONG,
        /** Not a name for an instance. */
        BAD_NAME,
        /** There is an instance of that name. */
        NAME_TAKEN,
        /** There is no such setting. */
        UNKNOWN,
        /** The settings stand in the file of the detail and are changed only there. */
        FILE,
        /** The module refuses it; the detail says why. */
        MODULE
    }
}
