package de.einsnull.sensors.api.driver;

import java.util.Objects;

/**
 * What became of a {@link Command}.
 *
 * @param outcome how it ended
 * @param detail what exactly, one English sentence without secrets; may be empty
 */
public record CommandResult(Outcome outcome, String detail) {

    /** How a command ended. Drivers give the first three, the host the others. */
    public enum Outcome {
        /** The device did it. */
        DONE,
        /** It is on its way; the device does it when it can, for example after its next uplink. */
        SENT,
        /** The device or its gateway refuses it. */
        REFUSED,
        /** The driver is not online or cannot take commands; nothing was sent. */
        UNAVAILABLE,
        /** The driver did not return in time; whether the device did it is not known. */
        TIMEOUT,
        /** The driver failed; whether the device did it is not known. */
        FAILED
    }

    /** Refuses null. */
    public CommandResult {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(detail, "detail");
    }

    /**
     * The device did it.
     *
     * @return the result
     */
    public static CommandResult done() {
        return new CommandResult(Outcome.DONE, "");
    }

    /**
     * It is on its way to the device.
     *
     * @return the result
     */
    public static CommandResult sent() {
        return new CommandResult(Outcome.SENT, "");
    }

    /**
     * It was refused.
     *
     * @param detail by whom and why, in English
     * @return the result
     */
    public static CommandResult refused(String detail) {
        return new CommandResult(Outcome.REFUSED, detail);
    }
}
