package de.einsnull.settings.core.keep;

import de.einsnull.settings.api.Fault;
import de.einsnull.settings.api.Fault.Code;
import de.einsnull.settings.api.Setting;
import de.einsnull.settings.api.SettingsForm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Looks at values one by one, as the description of the settings says. */
final class Validator {

    private static final int MOST_VALUES = 500;
    private static final int LONGEST = 10_000;
    private static final Pattern REFERENCE = Pattern.compile("\\$\\[(secret|env|prop):[^\\]]+]");
    private static final Pattern PLACE =
            Pattern.compile("(-?\\d{1,3}(?:\\.\\d{1,15})?)\\s*,\\s*(-?\\d{1,2}(?:\\.\\d{1,15})?)");

    private Validator() {}

    /**
     * What is wrong, in the order of the form.
     *
     * @param values tidy values by id
     * @param kept ids of secrets that stay as they are
     */
    static List<Fault> faults(SettingsForm form, Map<String, List<String>> values, Set<String> kept) {
        var faults = new ArrayList<Fault>();
        for (var setting : form.settings()) {
            if (counts(form, setting, values)) {
                fault(setting, values.getOrDefault(setting.id(), List.of()), kept.contains(setting.id()))
                        .ifPresent(faults::add);
            }
        }
        values.keySet().stream()
                .filter(id -> form.setting(id).isEmpty())
                .sorted()
                .forEach(id -> faults.add(new Fault(id, Code.UNKNOWN, id)));
        return faults;
    }

    /** Whether a setting counts with the other ones as they are. */
    static boolean counts(SettingsForm form, Setting setting, Map<String, List<String>> values) {
        return setting.dependsOn()
                .map(condition -> {
                    var defaults = form.setting(condition.setting())
                            .map(Setting::defaults)
                            .orElse(List.of());
                    var others = values.getOrDefault(condition.setting(), List.of());
                    return (others.isEmpty() ? defaults : others).stream().anyMatch(condition.values()::contains);
                })
                .orElse(true);
    }

    private static Optional<Fault> fault(Setting setting, List<String> values, boolean kept) {
        if (values.isEmpty()) {
            return setting.required() && !kept ? of(setting, Code.REQUIRED, "") : Optional.empty();
        }
        if (!setting.list() && values.size() > 1) {
            return of(setting, Code.ONLY_ONE, "");
        }
        if (values.size() > MOST_VALUES) {
            return of(setting, Code.TOO_LONG, String.valueOf(MOST_VALUES));
        }
        return values.stream().flatMap(value -> fault(setting, value).stream()).findFirst();
    }

    private static Optional<Fault> fault(Setting setting, String value) {
        if (value.length() > LONGEST) {
            return of(setting, Code.TOO_LONG, String.valueOf(LONGEST));
        }
        if (REFERENCE.matcher(value).matches()) {
            return Optional.empty();
        }
        if (setting.type().isNumber()) {
            return number(setting, value);
        }
        if (setting.type() == Setting.Type.TRUTH) {
            return isTyped(setting, value) ? Optional.empty() : of(setting, Code.NOT_TRUTH, "");
        }
        if (setting.type() == Setting.Type.CHARACTER && value.length() != 1) {
            return of(setting, Code.TOO_LONG, "1");
        }
        return choice(setting, value).or(() -> form(setting, value));
    }

    private static Optional<Fault> number(Setting setting, String value) {
        if (!isTyped(setting, value)) {
            return of(setting, setting.type().isWhole() ? Code.NOT_WHOLE : Code.NOT_NUMBER, "");
        }
        var number = new BigDecimal(value.replace(',', '.'));
        if (setting.min().isPresent() && number.compareTo(setting.min().get()) < 0) {
            return of(setting, Code.TOO_SMALL, setting.min().get().toPlainString());
        }
        if (setting.max().isPresent() && number.compareTo(setting.max().get()) > 0) {
            return of(setting, Code.TOO_LARGE, setting.max().get().toPlainString());
        }
        return choice(setting, value);
    }

    private static boolean isTyped(Setting setting, String value) {
        try {
            Values.typed(setting.type(), value);
            return !setting.type().isNumber() || value.matches("[+-]?\\d{1,20}([.,]\\d{1,20})?([eE]-?\\d{1,3})?");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<Fault> choice(Setting setting, String value) {
        var all = setting.choices().stream().map(Setting.Choice::value).collect(Collectors.toList());
        return all.isEmpty() || all.contains(value)
                ? Optional.empty()
                : of(setting, Code.NOT_A_CHOICE, String.join(", ", all));
    }

    private static Optional<Fault> form(Setting setting, String value) {
        if (setting.geoPoint()) {
            return isPlace(value) ? Optional.empty() : of(setting, Code.NOT_A_PLACE, "");
        }
        if (setting.instanceName() && !Names.isName(value)) {
            return of(setting, Code.BAD_NAME, "");
        }
        return setting.pattern().isEmpty() || matches(setting.pattern(), value)
                ? Optional.empty()
                : of(setting, Code.PATTERN, setting.pattern());
    }

    private static boolean isPlace(String value) {
        var place = PLACE.matcher(value);
        return place.matches()
                && Math.abs(Double.parseDouble(place.group(1))) <= 180
                && Math.abs(Double.parseDouble(place.group(2))) <= 90;
    }

    /** A pattern that is broken refuses nothing: nobody could enter anything. */
    private static boolean matches(String pattern, String value) {
        try {
            return Pattern.matches(pattern, value);
        } catch (PatternSyntaxException e) {
            return true;
        }
    }

    private static Optional<Fault> of(Setting setting, Code code, String detail) {
        return Optional.of(new Fault(setting.id(), code, detail));
    }
}
