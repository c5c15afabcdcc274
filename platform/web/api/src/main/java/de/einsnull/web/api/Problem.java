package de.einsnull.web.api;

import java.util.List;
import java.util.Objects;

/**
 * An error as a client sees it (RFC 9457), in German and English; the answer uses the language that the request prefers,
 * German by default.
 *
 * @param code stable last part of the problem's {@code type} URI {@code /problems/<code>}: lower-case words with hyphens
 * @param status HTTP status, 400 to 599
 * @param title short and always the same for a code
 * @param detail what happened this time and what the reader can do about it
 * @param fields which inputs were wrong, may be empty
 */
public record Problem(String code, int status, Text title, Text detail, List<Field> fields) {

    /** Copies the list. */
    public Problem {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(detail, "detail");
        fields = List.copyOf(fields);
        if (!code.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("Not a problem code: " + code);
        }
    }

    /**
     * A problem that is not about single inputs.
     *
     * @param code stable code
     * @param status HTTP status
     * @param title title
     * @param detail detail
     * @return the problem
     */
    public static Problem of(String code, int status, Text title, Text detail) {
        return new Problem(code, status, title, detail, List.of());
    }

    /**
     * A text in both languages.
     *
     * @param de German
     * @param en English
     */
    public record Text(String de, String en) {}

    /**
     * What is wrong with one input.
     *
     * @param pointer JSON pointer into the body, or the name of a parameter
     * @param message what is wrong and what would be right
     */
    public record Field(String pointer, Text message) {}
}
