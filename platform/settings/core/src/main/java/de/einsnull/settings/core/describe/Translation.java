package de.einsnull.settings.core.describe;

import de.einsnull.settings.api.Setting;
import de.einsnull.settings.api.Setting.Choice;
import de.einsnull.settings.api.Setting.Condition;
import de.einsnull.settings.api.SettingsForm;
import de.einsnull.settings.core.describe.Description.Attribute;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A description together with the texts of its bundle.
 *
 * @param description the description
 * @param texts the texts
 * @param module symbolic name of the bundle
 * @param moduleName name of the bundle
 */
record Translation(Description description, Texts texts, String module, String moduleName) {

    SettingsForm in(Locale language) {
        return new SettingsForm(
                description.pid(),
                description.factory(),
                texts.label(description.name(), language),
                texts.label(description.description(), language),
                module,
                moduleName,
                description.attributes().stream()
                        .map(attribute -> setting(attribute, language))
                        .toList());
    }

    private Setting setting(Attribute attribute, Locale language) {
        var hint = attribute.hint();
        return new Setting(
                attribute.id(),
                texts.label(attribute.name().isEmpty() ? attribute.id() : attribute.name(), language),
                texts.label(attribute.description(), language),
                texts.label(hint.unit(), language),
                attribute.type(),
                attribute.list(),
                attribute.required(),
                attribute.defaults(),
                attribute.choices().entrySet().stream()
                        .map(choice -> new Choice(choice.getKey(), texts.label(choice.getValue(), language)))
                        .toList(),
                attribute.min(),
                attribute.max(),
                hint.pattern(),
                hint.secret(),
                hint.geoPoint(),
                hint.instanceName(),
                condition(hint.dependsOn()));
    }

    private static Optional<Condition> condition(String text) {
        int equals = text.indexOf('=');
        return equals < 1
                ? Optional.empty()
                : Optional.of(new Condition(
                        text.substring(0, equals).strip(),
                        List.of(text.substring(equals + 1).strip().split("\\s*\\|\\s*"))));
    }
}
