package de.einsnull.sensors.driver.kit.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Reads RFC 4180 with the separator of the file. A damaged line costs that line, not the file. */
public final class Csv {

    private static final int COLUMNS = 200;
    private static final int FIELD = 16 * 1024;

    private final String text;
    private final char separator;
    private int at;

    private Csv(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /**
     * Reads a file.
     *
     * @param text the whole, with or without a byte order mark
     * @param separator one character, {@code tab}, or empty to find it out from the first line
     * @return an object for each line below the first, with a field for each column that has a value
     * @throws IOException if there is no line of names, or something is too long
     */
    public static List<JsonNode> read(String text, String separator) throws IOException {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new Csv(
                        plain,
                        separator.isEmpty()
                                ? guess(plain)
                                : separator.replace("tab", "\t").charAt(0))
                .records();
    }

    private static char guess(String text) {
        String first = text.lines().findFirst().orElse("");
        return Stream.of(';', ',', '\t', '|')
                .max(Comparator.comparingLong(
                        c -> first.chars().filter(x -> x == c).count()))
                .orElse(';');
    }

    private List<JsonNode> records() throws IOException {
        List<String> names = line();
        if (names.size() < 2) {
            throw new IOException("its first line does not name the columns");
        }
        var records = new ArrayList<JsonNode>();
        while (at < text.length()) {
            List<String> fields = line();
            if (records.size() == Format.RECORDS) {
                throw new IOException("it has more than " + Format.RECORDS + " lines");
            }
            if (fields.size() > 1) {
                records.add(record(names, fields));
            }
        }
        return records;
    }

    private static ObjectNode record(List<String> names, List<String> fields) {
        var record = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < Math.min(names.size(), fields.size()); i++) {
            if (!fields.get(i).isEmpty()) {
                record.put(names.get(i).strip(), fields.get(i));
            }
        }
        return record;
    }

    private List<String> line() throws IOException {
        var fields = new ArrayList<String>();
        boolean more = true;
        while (more) {
            fields.add(text.startsWith("\"", at) ? quoted() : plain());
            if (fields.size() > COLUMNS) {
                throw new IOException("it has more than " + COLUMNS + " columns");
            }
            more = at < text.length() && text.charAt(at) == separator;
            at += more ? 1 : 0;
        }
        endOfLine();
        return fields;
    }

    private void endOfLine() {
        while (at < text.length() && text.charAt(at) != '\n') {
            at++;
        }
        at++;
    }

    private String plain() throws IOException {
        int from = at;
        while (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n') {
            at++;
        }
        return bounded(text.substring(from, at).strip());
    }

    private String quoted() throws IOException {
        var field = new StringBuilder();
        for (at++; at < text.length(); at++) {
            if (text.charAt(at) == '"') {
                if (!text.startsWith("\"\"", at)) {
                    break;
                }
                at++;
            }
            field.append(text.charAt(at));
            bounded(field);
        }
        at = Math.min(at + 1, text.length());
        plain();
        return field.toString();
    }

    private static <T extends CharSequence> T bounded(T field) throws IOException {
        if (field.length() > FIELD) {
            throw new IOException("a field has more than " + FIELD + " characters");
        }
        return field;
    }
}
