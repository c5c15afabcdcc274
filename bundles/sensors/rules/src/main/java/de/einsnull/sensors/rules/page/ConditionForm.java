package de.einsnull.sensors.rules.page;

import de.einsnull.sensors.rules.model.Condition;
import de.einsnull.sensors.rules.model.Operator;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The fields of one condition. One field holds what is compared with: a number, a word, or minutes of silence. */
final class ConditionForm {

    private static final Set<String> YES = Set.of("ja", "yes", "true", "evet", "так", "نعم");
    private static final Set<String> NO = Set.of("nein", "no", "false", "hayır", "ні", "لا");

    private final RuleForm form;
    private final int number;

    ConditionForm(RuleForm form, int number) {
        this.form = form;
        this.number = number;
    }

    static List<String> fields(int number) {
        return Stream.of("groesse", "vergleich", "wert", "abstand", "ort")
                .map(name -> name + number)
                .toList();
    }

    static Map<String, String> values(int number, Condition condition) {
        var values = new HashMap<String, String>();
        values.put("groesse" + number, condition.channel());
        values.put("vergleich" + number, condition.operator().name());
        values.put("wert" + number, operand(condition));
        values.put("abstand" + number, condition.hysteresis() == 0 ? "" : text(condition.hysteresis()));
        values.put("ort" + number, condition.thing() == 0 ? "" : Long.toString(condition.thing()));
        return values;
    }

    private static String operand(Condition condition) {
        return switch (condition.operator()) {
            case ABOVE, BELOW -> text(condition.limit());
            case SILENT -> Long.toString(condition.silence().toMinutes());
            case IS -> switch (condition.word()) {
                case "true" -> "ja";
                case "false" -> "nein";
                default -> condition.word();
            };
        };
    }

    private static String text(double number) {
        return java.math.BigDecimal.valueOf(number)
                .stripTrailingZeros()
                .toPlainString()
                .replace('.', ',');
    }

    /** Reads it; what is wrong is told to the form. */
    Condition read() {
        String channel = form.value("groesse" + number);
        form.check("groesse" + number, form.knowsChannel(channel), "error.channel");
        var operator = operator();
        double limit = operator.isNumeric() ? form.number("wert" + number, false, "error.number") : 0;
        double hysteresis = operator.isNumeric() ? form.number("abstand" + number, true, "error.hysteresis") : 0;
        form.check("abstand" + number, hysteresis >= 0, "error.hysteresis");
        String word = operator == Operator.IS ? word() : "";
        var silence = operator == Operator.SILENT ? form.minutes("wert" + number, 1) : Duration.ZERO;
        long thing = number == 1 ? 0 : form.thing("ort" + number);
        return new Condition(channel, operator, limit, hysteresis, word, silence, thing);
    }

    private Operator operator() {
        String name = form.value("vergleich" + number);
        var found = Stream.of(Operator.values())
                .filter(one -> one.name().equals(name))
                .findFirst();
        form.check("vergleich" + number, found.isPresent(), "error.operator");
        return found.orElse(Operator.ABOVE);
    }

    private String word() {
        String word = form.value("wert" + number);
        form.check("wert" + number, !word.isEmpty() && word.length() <= 200, "error.word");
        String lower = word.toLowerCase(java.util.Locale.ROOT);
        return YES.contains(lower) ? "true" : NO.contains(lower) ? "false" : word;
    }
}
