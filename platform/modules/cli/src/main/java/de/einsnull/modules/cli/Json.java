package de.einsnull.modules.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads JSON into maps, lists, texts, numbers, truth values and null. The JDK has no reader of its own. */
final class Json {

    /** What the platform answers is not half as deep; whatever else answers must not end the program with a stack trace. */
    private static final int DEEPEST = 100;

    private final String text;
    private int at;
    private int depth;

    private Json(String text) {
        this.text = text;
    }

    /**
     * Reads a whole document.
     *
     * @throws IllegalArgumentException if it is not JSON
     */
    static Object read(String text) {
        var json = new Json(text);
        Object value = json.value();
        json.space();
        if (json.at < text.length()) {
            throw json.wrong();
        }
        return value;
    }

    /** A text as it stands in JSON. */
    static String quote(String text) {
        var quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("Not JSON at character " + at);
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private char peek() {
        space();
        if (at >= text.length()) {
            throw wrong();
        }
        return text.charAt(at);
    }

    private boolean take(char wanted) {
        if (peek() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    private void need(char wanted) {
        if (!take(wanted)) {
            throw wrong();
        }
    }

    private Object value() {
        return switch (peek()) {
            case '{' -> deeper(this::object);
            case '[' -> deeper(this::array);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Object deeper(Supplier<Object> value) {
        if (++depth > DEEPEST) {
            throw wrong();
        }
        Object read = value.get();
        depth--;
        return read;
    }

    private Map<String, Object> object() {
        var members = new LinkedHashMap<String, Object>();
        need('{');
        if (take('}')) {
            return members;
        }
        do {
            peek();
            String name = string();
            need(':');
            members.put(name, value());
        } while (take(','));
        need('}');
        return members;
    }

    private List<Object> array() {
        var elements = new ArrayList<Object>();
        need('[');
        if (take(']')) {
            return elements;
        }
        do {
            elements.add(value());
        } while (take(','));
        need(']');
        return elements;
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw wrong();
        }
        at += word.length();
        return value;
    }

    private Double number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return Double.valueOf(text.substring(start, at));
        } catch (NumberFormatException e) {
            throw wrong();
        }
    }

    private String string() {
        need('"');
        var read = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            read.append(c == '\\' ? escaped() : c);
        }
        need('"');
        return read.toString();
    }

    private char escaped() {
        if (at >= text.length()) {
            throw wrong();
        }
        char c = text.charAt(at++);
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unicode();
            default -> c;
        };
    }

    private char unicode() {
        if (at + 4 > text.length()) {
            throw wrong();
        }
        at += 4;
        try {
            return (char) Integer.parseInt(text, at - 4, at, 16);
        } catch (NumberFormatException e) {
            throw wrong();
        }
    }
}
