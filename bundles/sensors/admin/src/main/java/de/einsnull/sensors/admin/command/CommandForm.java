package de.einsnull.sensors.admin.command;

import de.einsnull.portal.api.PageRequest;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.ValueType;
import de.einsnull.sensors.api.driver.CommandType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was typed into the form of a command.
 *
 * @param typed texts by field
 * @param parameters values by parameter, complete if nothing is wrong
 * @param errors keys of texts by field; empty if nothing is wrong
 */
record CommandForm(Map<String, String> typed, Map<String, Value> parameters, Map<String, String> errors) {

    static CommandForm empty() {
        return new CommandForm(Map.of(), Map.of(), Map.of());
    }

    static CommandForm sent(PageRequest request, CommandType type) {
        var typed = new LinkedHashMap<String, String>();
        var parameters = new LinkedHashMap<String, Value>();
        var errors = new LinkedHashMap<String, String>();
        new TreeMap<>(type.parameters()).forEach((name, kind) -> {
            var field = CommandView.field(type.name(), name);
            var text = request.parameter(field).orElse("");
            typed.put(field, text);
            value(kind, text)
                    .ifPresentOrElse(
                            value -> parameters.put(name, value),
                            () -> errors.put(field, "command.error." + (text.isEmpty() ? "REQUIRED" : kind.name())));
        });
        return new CommandForm(typed, parameters, errors);
    }

    private static Optional<Value> value(ValueType type, String text) {
        return switch (type) {
            case NUMBER -> text.matches("[+-]?\\d{1,15}([.,]\\d{1,15})?")
                    ? Optional.of(Value.of(Double.parseDouble(text.replace(',', '.'))))
                    : Optional.empty();
            case BOOLEAN -> text.equals("true") || text.equals("false")
                    ? Optional.of(Value.of(text.equals("true")))
                    : Optional.empty();
            case TEXT -> text.isEmpty() || text.length() > Value.MAX_TEXT_CHARS
                    ? Optional.empty()
                    : Optional.of(Value.of(text));
        };
    }
}
