package de.einsnull.sensors.admin.command;

import de.einsnull.portal.api.BundleTexts;
import de.einsnull.portal.api.Language;
import de.einsnull.sensors.api.driver.CommandType;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A command as the template sees it.
 *
 * @param name name of the command
 * @param title what it does
 * @param language tag of the title's language if it is not that of the page, otherwise empty
 * @param fields its parameters
 */
public record CommandView(String name, String title, String language, List<Field> fields) {

    /**
     * A parameter.
     *
     * @param id name of the form's field
     * @param type name of its type
     * @param label what it is called
     * @param hint what to enter, may be empty
     */
    public record Field(String id, String type, String label, String hint) {}

    static CommandView of(CommandType type, Optional<BundleTexts> texts, Language language) {
        var key = "command." + type.name();
        boolean said = texts.filter(t -> t.has(key)).isPresent();
        var fields = new TreeMap<>(type.parameters())
                .entrySet().stream()
                        .map(p -> new Field(
                                field(type.name(), p.getKey()),
                                p.getValue().name(),
                                label(type.name(), p.getKey(), texts, language),
                                text(texts, language, key + "." + p.getKey() + ".hint", "")))
                        .toList();
        return new CommandView(
                type.name(),
                text(texts, language, key, type.title()),
                said || language == Language.EN ? "" : "en",
                fields);
    }

    /** What a command is called, for its name alone. */
    static String title(String command, Optional<BundleTexts> texts, Language language) {
        return text(texts, language, "command." + command, command);
    }

    /** What a parameter is called, its name if the driver does not say. */
    static String label(String command, String parameter, Optional<BundleTexts> texts, Language language) {
        return text(texts, language, "command." + command + "." + parameter, parameter);
    }

    static String field(String command, String parameter) {
        return command + "." + parameter;
    }

    private static String text(Optional<BundleTexts> texts, Language language, String key, String otherwise) {
        return texts.filter(t -> t.has(key)).map(t -> t.text(language, key)).orElse(otherwise);
    }
}
