package de.einsnull.modules.core.state;

import de.einsnull.modules.api.Change;

/**
 * What is being tried. It stands in the state while it goes on, so that a start after a crash knows what to undo.
 *
 * @param action what
 * @param module with which module
 * @param fromVersion version before, may be empty
 * @param toVersion version tried, may be empty
 * @param actor who asked for it
 */
public record Attempt(Change.Action action, String module, String fromVersion, String toVersion, String actor) {}
