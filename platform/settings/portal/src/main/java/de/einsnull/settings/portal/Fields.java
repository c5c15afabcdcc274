package de.einsnull.settings.portal;

import de.einsnull.portal.api.Language;
import de.einsnull.settings.api.Label;
import de.einsnull.settings.api.Setting;
import de.einsnull.settings.api.Setting.Type;
import de.einsnull.settings.api.SettingsForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes fields of settings. */
final class Fields {

    private static final int LONG_TEXT = 60;

    private final Words words;
    private final Language language;
    private final SettingsForm form;

    Fields(Words words, Language language, SettingsForm form) {
        this.words = words;
        this.language = language;
        this.form = form;
    }

    /**
     * The fields.
     *
     * @param sent what is in them
     * @param kept ids of secrets that are set
     * @param exists whether the instance has its name already
     */
    List<FieldView> of(Sent sent, Set<String> kept, boolean exists) {
        return form.settings().stream()
                .map(setting -> field(setting, sent, kept, exists))
                .toList();
    }

    private FieldView field(Setting setting, Sent sent, Set<String> kept, boolean exists) {
        var values = sent.values().getOrDefault(setting.id(), List.of());
        return new FieldView(
                FieldView.field(setting.id()),
                exists && setting.instanceName() ? "fixed" : kind(setting, values),
                setting.label(),
                setting.help(),
                setting.unit(),
                notes(setting),
                setting.required() && !kept.contains(setting.id()),
                setting.geoPoint() ? place(values) : values,
                options(setting),
                kept.contains(setting.id()) && !sent.forgotten().contains(setting.id()),
                sent.held().getOrDefault(setting.id(), ""));
    }

    private static String kind(Setting setting, List<String> values) {
        if (setting.secret()) {
            return "secret";
        }
        if (setting.geoPoint()) {
            return "place";
        }
        if (setting.list()) {
            return setting.choices().isEmpty() ? "lines" : "choices";
        }
        boolean chosen = setting.type() == Type.TRUTH || !setting.choices().isEmpty();
        return chosen && values.stream().noneMatch(value -> value.startsWith("$[")) ? "choice" : "text";
    }

    private static List<String> place(List<String> values) {
        var parts = values.isEmpty() ? new String[0] : values.get(0).split(",", -1);
        return parts.length == 2 ? List.of(parts[0].strip(), parts[1].strip()) : List.of("", "");
    }

    private Map<String, Label> options(Setting setting) {
        var options = new LinkedHashMap<String, Label>();
        if (setting.type() == Type.TRUTH) {
            options.put("true", new Label(words.text(language, "settings.yes"), ""));
            options.put("false", new Label(words.text(language, "settings.no"), ""));
        } else {
            setting.choices().forEach(choice -> options.put(choice.value(), choice.label()));
        }
        if (setting.list() || options.isEmpty()) {
            return options;
        }
        var all = new LinkedHashMap<String, Label>();
        all.put("", unset(setting, options));
        all.putAll(options);
        return all;
    }

    private Label unset(Setting setting, Map<String, Label> options) {
        var standard = setting.defaults().stream()
                .map(value -> options.getOrDefault(value, new Label(value, "")).text())
                .collect(Collectors.joining(", "));
        return new Label(
                standard.isEmpty()
                        ? words.text(language, "settings.choose")
                        : words.text(language, "settings.default", standard),
                "");
    }

    private List<String> notes(Setting setting) {
        var notes = new ArrayList<String>();
        setting.dependsOn()
                .ifPresent(condition -> notes.add(words.text(language, "settings.depends")
                        .replace("{0}", label(condition.setting()))
                        .replace("{1}", choices(condition.setting(), condition.values()))));
        bounds(setting, notes);
        if (setting.list() && setting.choices().isEmpty()) {
            notes.add(words.text(language, "settings.lines"));
        }
        boolean said = setting.type() == Type.TRUTH
                || (!setting.list() && !setting.choices().isEmpty());
        if (!setting.defaults().isEmpty() && !said && !setting.secret()) {
            var standard = String.join(setting.list() ? " · " : "", setting.defaults());
            notes.add(words.text(language, "settings.default", shortened(standard)));
        }
        return notes;
    }

    private void bounds(Setting setting, List<String> notes) {
        var min = setting.min().map(bound -> bound.toPlainString());
        var max = setting.max().map(bound -> bound.toPlainString());
        if (min.isPresent() && max.isPresent()) {
            notes.add(words.text(language, "settings.range", min.get()).replace("{1}", max.get()));
        } else {
            min.ifPresent(bound -> notes.add(words.text(language, "settings.atLeast", bound)));
            max.ifPresent(bound -> notes.add(words.text(language, "settings.atMost", bound)));
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONG_TEXT * 2 ? text : text.substring(0, LONG_TEXT * 2) + " …";
    }

    private String label(String id) {
        return form.setting(id).map(setting -> setting.label().text()).orElse(id);
    }

    private String choices(String id, List<String> values) {
        var options = form.setting(id).map(this::options).orElse(Map.of());
        return values.stream()
                .map(value -> options.getOrDefault(value, new Label(value, "")).text())
                .collect(Collectors.joining(" / "));
    }
}
