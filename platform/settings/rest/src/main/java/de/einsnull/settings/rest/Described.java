package de.einsnull.settings.rest;

import de.einsnull.settings.api.SettingsForm;

/**
 * What can be set.
 *
 * @param pid PID or factory PID
 * @param factory whether there can be several
 * @param name name
 * @param description description
 * @param module symbolic name of the bundle
 */
public record Described(String pid, boolean factory, String name, String description, String module) {

    static Described of(SettingsForm form) {
        return new Described(
                form.pid(),
                form.factory(),
                form.name().text(),
                form.description().text(),
                form.module());
    }
}
