package de.einsnull.settings.portal;

import de.einsnull.portal.api.Language;
import de.einsnull.settings.api.Fault;
import de.einsnull.settings.api.Label;
import de.einsnull.settings.api.Setting;
import de.einsnull.settings.api.SettingsForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says in words what is wrong and what to do. */
final class Faults {

    private final Words words;

    Faults(Words words) {
        this.words = words;
    }

    String text(Language language, Fault fault) {
        return fault.code() == Fault.Code.MODULE
                ? fault.detail()
                : words.text(language, "fault." + fault.code(), fault.detail());
    }

    /** The text after the label of the setting, for a list of several. */
    String sentence(Language language, SettingsForm form, Fault fault) {
        var label = form.setting(fault.setting())
                .map(Setting::label)
                .map(Label::text)
                .orElse(fault.setting().equals(Fault.NAME) ? words.text(language, "settings.name") : fault.setting());
        return label.isEmpty() ? text(language, fault) : label + ": " + text(language, fault);
    }

    /** Texts by field, the first one of each. */
    Map<String, String> byField(Language language, SettingsForm form, List<Fault> faults) {
        var errors = new LinkedHashMap<String, String>();
        for (var fault : faults) {
            if (!fault.setting().isEmpty()) {
                errors.putIfAbsent(field(form, fault), text(language, fault));
            }
        }
        return errors;
    }

    private static String field(SettingsForm form, Fault fault) {
        if (fault.setting().equals(Fault.NAME)) {
            return "name";
        }
        var field = FieldView.field(fault.setting());
        return form.setting(fault.setting()).map(Setting::geoPoint).orElse(false) ? field + ".breite" : field;
    }

    /** What concerns the form as a whole. */
    String general(Language language, List<Fault> faults) {
        return faults.stream()
                .filter(fault -> fault.setting().isEmpty())
                .map(fault -> text(language, fault))
                .collect(Collectors.joining(" "));
    }
}
