package de.einsnull.sensors.rules.page;

import de.einsnull.portal.api.Language;
import de.einsnull.sensors.api.SensorDirectory;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.rules.model.Condition;
import de.einsnull.sensors.rules.model.Operator;
import de.einsnull.sensors.rules.model.ReadingText;
import de.einsnull.sensors.rules.model.Rule;
import java.util.stream.Collectors;

/**
 * A rule in words.
 *
 * @param id identifies it
 * @param name its name
 * @param about which things it is about
 * @param when its conditions
 * @param active whether it watches
 * @param team who gets a task, may be empty
 * @param mail who gets an e-mail, may be empty
 */
public record RuleView(long id, String name, String about, String when, boolean active, String team, String mail) {

    static RuleView of(Rule rule, SensorDirectory directory, Words words, Language language) {
        String joined = rule.conditions().stream()
                .map(condition -> sentence(condition, directory, words, language))
                .collect(Collectors.joining(" " + words.text(language, rule.all() ? "rule.and" : "rule.or") + " "));
        long minutes = rule.duration().toMinutes();
        String when = minutes == 0 ? joined : words.text(language, "rule.for", joined, minutes);
        String about = about(rule, directory, words, language);
        boolean active = rule.activeSince().isPresent();
        return new RuleView(rule.id(), rule.name(), about, when, active, rule.team(), rule.mail());
    }

    private static String about(Rule rule, SensorDirectory directory, Words words, Language language) {
        var selection = rule.selection();
        if (selection.thing() != 0) {
            return directory.thing(selection.thing()).map(Thing::name).orElse("–");
        }
        String kind = selection.kind().isEmpty()
                ? words.text(language, "rule.thing.all")
                : words.kind(language, selection.kind());
        return selection.group().isEmpty() ? kind : kind + " · " + selection.group();
    }

    private static String sentence(Condition one, SensorDirectory directory, Words words, Language language) {
        var readings = new Readings(words, language);
        String operand =
                switch (one.operator()) {
                    case ABOVE, BELOW -> readings.number(one.limit());
                    case IS -> readings.value(new ReadingText(one.channel(), one.word(), ""));
                    case SILENT -> Long.toString(one.silence().toMinutes());
                };
        String channel = words.channel(language, one.channel());
        String text = words.text(language, "sentence." + one.operator(), channel, operand);
        if (one.operator() != Operator.SILENT && one.hysteresis() > 0) {
            text = words.text(language, "sentence.hysteresis", text, readings.number(one.hysteresis()));
        }
        return one.thing() == 0
                ? text
                : text + " (" + directory.thing(one.thing()).map(Thing::name).orElse("–") + ")";
    }
}
