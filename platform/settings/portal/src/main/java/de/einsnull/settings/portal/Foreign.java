package de.einsnull.settings.portal;

import de.einsnull.settings.api.Label;
import de.einsnull.settings.api.SettingsForm;
import java.util.stream.Stream;

/** Whether a form has texts that are not in the language of the page. */
final class Foreign {

    private Foreign() {}

    static boolean of(SettingsForm form) {
        var texts = form.settings().stream().flatMap(setting -> Stream.of(setting.label(), setting.help()));
        return Stream.concat(Stream.of(form.name(), form.description()), texts)
                .map(Label::language)
                .anyMatch(language -> !language.isEmpty());
    }
}
