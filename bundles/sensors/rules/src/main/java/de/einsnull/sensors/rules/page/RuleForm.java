package de.einsnull.sensors.rules.page;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.sensors.rules.model.Condition;
import de.einsnull.sensors.rules.model.Rule;
import de.einsnull.sensors.rules.model.Selection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The form of a rule: reads it, says at each field what is wrong, and keeps what was typed. For one request. */
final class RuleForm {

    private static final int LONGEST = 500;
    private static final int MOST_MINUTES = 60 * 24 * 30;
    private static final int MOST_ADDRESSES = 10;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;]{1,64}@[^\\s@<>,;]{1,190}");
    private static final List<String> FIELDS =
            List.of("name", "art", "gruppe", "geraet", "verknuepfung", "dauer", "team", "mail");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final Choices choices;
    private final Words words;
    private final Language language;

    RuleForm(Choices choices, Words words, Language language) {
        this.choices = choices;
        this.words = words;
        this.language = language;
    }

    Map<String, String> values() {
        return values;
    }

    Map<String, String> errors() {
        return errors;
    }

    /** An empty form; parameters of the address fill fields in, so that other pages can propose a rule. */
    void propose(PageRequest request) {
        values.put("verknuepfung", "alle");
        values.put("dauer", "0");
        take(request);
    }

    private void take(PageRequest request) {
        var names = new ArrayList<>(FIELDS);
        for (int i = 1; i <= Rule.MAX_CONDITIONS; i++) {
            names.addAll(ConditionForm.fields(i));
        }
        for (String name : names) {
            request.parameter(name).ifPresent(v -> values.put(name, v.substring(0, Math.min(LONGEST, v.length()))));
        }
    }

    /** Fills the form with a rule. */
    void show(Rule rule) {
        values.put("name", rule.name());
        values.put("art", rule.selection().kind());
        values.put("gruppe", rule.selection().group());
        values.put(
                "geraet",
                rule.selection().thing() == 0
                        ? ""
                        : Long.toString(rule.selection().thing()));
        values.put("verknuepfung", rule.all() ? "alle" : "eine");
        values.put("dauer", Long.toString(rule.duration().toMinutes()));
        values.put("team", rule.team());
        values.put("mail", rule.mail());
        for (int i = 0; i < rule.conditions().size(); i++) {
            values.putAll(ConditionForm.values(i + 1, rule.conditions().get(i)));
        }
    }

    /**
     * Reads what was sent.
     *
     * @param id id of the rule, 0 for a new one
     * @return the rule, empty if something is wrong
     */
    Optional<Rule> read(PageRequest request, long id) {
        take(request);
        String name = value("name");
        check("name", !name.isBlank() && name.length() <= 100, "error.name");
        check("art", value("art").isEmpty() || choices.hasKind(value("art")), "error.gone");
        check("gruppe", value("gruppe").isEmpty() || choices.hasGroup(value("gruppe")), "error.gone");
        var selection = new Selection(value("art"), value("gruppe"), thing("geraet"));
        var conditions = conditions();
        var duration = minutes("dauer", 0);
        check("team", value("team").length() <= 100, "error.team");
        check("mail", addressed(value("mail")), "error.mail");
        boolean all = !value("verknuepfung").equals("eine");
        return errors.isEmpty()
                ? Optional.of(new Rule(
                        id, name, selection, all, conditions, duration, value("team"), value("mail"), Optional.empty()))
                : Optional.empty();
    }

    private List<Condition> conditions() {
        var conditions = new ArrayList<Condition>();
        for (int i = 1; i <= Rule.MAX_CONDITIONS; i++) {
            if (i == 1 || !value("groesse" + i).isEmpty()) {
                conditions.add(new ConditionForm(this, i).read());
            }
        }
        return conditions;
    }

    private static boolean addressed(String text) {
        if (text.isEmpty()) {
            return true;
        }
        var addresses = text.split(",", -1);
        for (String one : addresses) {
            if (!ADDRESS.matcher(one.strip()).matches()) {
                return false;
            }
        }
        return addresses.length <= MOST_ADDRESSES;
    }

    String value(String field) {
        return values.getOrDefault(field, "");
    }

    void check(String field, boolean fine, String key) {
        if (!fine) {
            errors.putIfAbsent(field, words.text(language, key));
        }
    }

    boolean knowsChannel(String channel) {
        return choices.hasChannel(channel);
    }

    long thing(String field) {
        String text = value(field);
        boolean fine = text.isEmpty() || (text.matches("\\d{1,18}") && choices.hasThing(Long.parseLong(text)));
        check(field, fine, "error.gone");
        return fine && !text.isEmpty() ? Long.parseLong(text) : 0;
    }

    /** A decimal number, with comma or point. */
    double number(String field, boolean mayBeEmpty, String key) {
        String text = value(field).replace(',', '.');
        boolean fine = text.isEmpty() ? mayBeEmpty : text.matches("-?\\d{1,12}(\\.\\d{1,9})?");
        check(field, fine, key);
        return fine && !text.isEmpty() ? Double.parseDouble(text) : 0;
    }

    Duration minutes(String field, int least) {
        String text = value(field);
        boolean fine = text.isEmpty() ? least == 0 : text.matches("\\d{1,5}");
        int minutes = fine && !text.isEmpty() ? Integer.parseInt(text) : 0;
        check(field, fine && minutes >= least && minutes <= MOST_MINUTES, "error.minutes");
        return Duration.ofMinutes(minutes);
    }
}
