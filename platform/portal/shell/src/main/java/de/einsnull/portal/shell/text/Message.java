package de.einsnull.portal.shell.text;

import de.einsnull.portal.api.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A text with places for arguments: {@code {0}}, or {@code {0,plural,one{# Platz}other{# Plätze}}} with the plural
 * categories of CLDR and {@code #} for the number. An apostrophe is just an apostrophe.
 */
public final class Message {

    private final List<Part> parts;

    private Message(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * Compiles a text.
     *
     * @throws IllegalArgumentException if braces do not match or an argument has no number
     */
    public static Message parse(String text) {
        var parts = new ArrayList<Part>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            if (open < 0) {
                break;
            }
            if (open > at) {
                parts.add(new Literal(text.substring(at, open)));
            }
            int close = closing(text, open);
            parts.add(argument(text.substring(open + 1, close)));
            at = close + 1;
        }
        if (at < text.length()) {
            parts.add(new Literal(text.substring(at)));
        }
        return new Message(parts);
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("A brace is not closed: " + text);
    }

    private static Part argument(String inside) {
        String[] pieces = inside.split(",", 3);
        int index = Integer.parseInt(pieces[0].strip());
        if (pieces.length == 1) {
            return new Argument(index);
        }
        if (pieces.length != 3 || !"plural".equals(pieces[1].strip())) {
            throw new IllegalArgumentException("Not an argument: {" + inside + "}");
        }
        return new Plural(index, choices(pieces[2]));
    }

    private static Map<String, Message> choices(String text) {
        var choices = new HashMap<String, Message>();
        int at = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
            int close = closing(text, open);
            choices.put(text.substring(at, open).strip(), parse(text.substring(open + 1, close)));
            at = close + 1;
        }
        if (!choices.containsKey("other")) {
            throw new IllegalArgumentException("A plural needs the category other: " + text);
        }
        return Map.copyOf(choices);
    }

    /**
     * Fills in the arguments.
     *
     * @param language chooses the plural form
     * @param literal how the text itself is written, for example escaped for HTML
     * @param printer how an argument is written
     * @param arguments a missing one is written as nothing
     */
    public String format(
            Language language, UnaryOperator<String> literal, Function<Object, String> printer, Object... arguments) {
        var out = new StringBuilder();
        var output = new Output(language, literal, printer, arguments);
        parts.forEach(part -> part.write(out, output, null));
        return out.toString();
    }

    private record Output(
            Language language, UnaryOperator<String> literal, Function<Object, String> printer, Object[] arguments) {

        Object argument(int index) {
            return index < arguments.length ? arguments[index] : "";
        }
    }

    private sealed interface Part {
        void write(StringBuilder out, Output output, Object number);
    }

    private record Literal(String text) implements Part {
        @Override
        public void write(StringBuilder out, Output output, Object number) {
            int at = number == null ? -1 : text.indexOf('#');
            if (at < 0) {
                out.append(output.literal.apply(text));
                return;
            }
            out.append(output.literal.apply(text.substring(0, at)))
                    .append(output.printer.apply(number))
                    .append(output.literal.apply(text.substring(at + 1)));
        }
    }

    private record Argument(int index) implements Part {
        @Override
        public void write(StringBuilder out, Output output, Object number) {
            out.append(output.printer.apply(output.argument(index)));
        }
    }

    private record Plural(int index, Map<String, Message> choices) implements Part {
        @Override
        public void write(StringBuilder out, Output output, Object number) {
            Object value = output.argument(index);
            String category = value instanceof Number n ? Plurals.category(output.language, n.longValue()) : "other";
            var chosen = choices.getOrDefault(category, choices.get("other"));
            chosen.parts.forEach(part -> part.write(out, output, value));
        }
    }
}
