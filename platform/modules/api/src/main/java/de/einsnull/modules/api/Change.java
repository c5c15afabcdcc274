package de.einsnull.modules.api;

/**
 * What city IT wants to do.
 *
 * @param action what to do
 * @param target id of a staged archive for {@link Action#INSTALL} and {@link Action#UPDATE}, else the name of a module
 */
public record Change(Action action, String target) {

    /** What can be done with a module. */
    public enum Action {
        /** Installs and starts a module that is not installed. */
        INSTALL,
        /** Replaces a module by another version, newer or older. */
        UPDATE,
        /** Stops and uninstalls it. Its tables and settings stay. */
        REMOVE,
        /** Stops it until it is started again. */
        STOP,
        /** Starts it, also out of quarantine. */
        START
    }
}
