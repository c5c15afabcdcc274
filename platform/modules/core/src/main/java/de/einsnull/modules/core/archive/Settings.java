package de.einsnull.modules.core.archive;

/**
 * Settings that a bundle declares.
 *
 * @param pid PID, or factory PID
 * @param factory whether there can be several
 * @param needsValue whether an attribute is required and has no default
 */
public record Settings(String pid, boolean factory, boolean needsValue) {

    /** How the catalogue names it. */
    public String label() {
        return factory ? pid + "~" : pid;
    }
}
