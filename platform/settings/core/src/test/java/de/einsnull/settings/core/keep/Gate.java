package de.einsnull.settings.core.keep;

import de.einsnull.settings.api.Label;
import de.einsnull.settings.api.Setting;
import de.einsnull.settings.api.Setting.Choice;
import de.einsnull.settings.api.Setting.Condition;
import de.einsnull.settings.api.Setting.Type;
import de.einsnull.settings.api.SettingsForm;
import de.einsnull.settings.api.SettingsForms;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Two forms: the gate, of which there can be several, and the house, of which there is one. */
public final class Gate implements SettingsForms {

    /** Factory PID. */
    public static final String PID = "de.example.gate";

    /** PID. */
    public static final String HOUSE = "de.example.house";

    /** The forms. */
    public static final SettingsForms FORMS = new Gate();

    static final SettingsForm GATE = form(
            PID,
            true,
            setting("instance", Type.TEXT, true, "", List.of(), Optional.empty(), true),
            setting("port", Type.INTEGER, false, "", List.of("1883"), Optional.empty(), false),
            choice(),
            setting("url", Type.TEXT, true, "tcp://.+", List.of(), depends(), false),
            secret("key"));

    static final SettingsForm HOUSE_FORM = form(HOUSE, false, place(), list());

    private Gate() {}

    private static SettingsForm form(String pid, boolean factory, Setting... settings) {
        return new SettingsForm(pid, factory, label(pid), Label.NONE, "de.example", "Example", List.of(settings));
    }

    private static Label label(String text) {
        return new Label(text, "");
    }

    private static Optional<Condition> depends() {
        return Optional.of(new Condition("mode", List.of("external")));
    }

    private static Setting setting(
            String id,
            Type type,
            boolean required,
            String pattern,
            List<String> defaults,
            Optional<Condition> depends,
            boolean names) {
        var max = type == Type.INTEGER ? Optional.of(new BigDecimal(65535)) : Optional.<BigDecimal>empty();
        var min = type == Type.INTEGER ? Optional.of(BigDecimal.ONE) : Optional.<BigDecimal>empty();
        return new Setting(
                id,
                label(id),
                Label.NONE,
                Label.NONE,
                type,
                false,
                required,
                defaults,
                List.of(),
                min,
                max,
                pattern,
                false,
                false,
                names,
                depends);
    }

    private static Setting choice() {
        var choices = List.of(new Choice("embedded", label("in")), new Choice("external", label("out")));
        return of("mode", false, choices, false, false, List.of("embedded"));
    }

    static Setting secret(String id) {
        return of(id, false, List.of(), true, false, List.of());
    }

    private static Setting place() {
        return of("place", false, List.of(), false, true, List.of());
    }

    private static Setting list() {
        return of("hosts", true, List.of(), false, false, List.of());
    }

    private static Setting of(
            String id, boolean list, List<Choice> choices, boolean secret, boolean place, List<String> defaults) {
        return new Setting(
                id,
                label(id),
                Label.NONE,
                Label.NONE,
                Type.TEXT,
                list,
                false,
                defaults,
                choices,
                Optional.empty(),
                Optional.empty(),
                "",
                secret,
                place,
                false,
                Optional.empty());
    }

    @Override
    public List<SettingsForm> all(Locale language) {
        return List.of(GATE, HOUSE_FORM);
    }

    @Override
    public Optional<SettingsForm> find(String pid, Locale language) {
        return all(language).stream().filter(form -> form.pid().equals(pid)).findFirst();
    }
}
