package de.einsnull.settings.core.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Reads a table with the delimiter that its first line has most of (RFC 4180 otherwise). */
final class Csv {

    private final List<Line> lines = new ArrayList<>();
    private final List<String> fields = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private final String text;
    private final char delimiter;
    private boolean quoted;
    private int number = 1;
    private int begun = 1;

    /**
     * A line of the table.
     *
     * @param number of the line in the file, the first is 1
     * @param fields fields without white space around them
     */
    record Line(int number, List<String> fields) {}

    private Csv(String text) {
        this.text = text;
        var first = text.lines().findFirst().orElse("");
        delimiter = Stream.of(';', ',', '\t')
                .max(Comparator.comparingLong((Character c) ->
                        first.chars().filter(other -> other == c).count()))
                .orElseThrow();
    }

    /** The lines that are not empty. */
    static List<Line> read(String text) {
        var csv = new Csv(text);
        csv.read();
        return csv.lines;
    }

    private void read() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"' && (quoted || field.toString().isBlank())) {
                quoted = !quoted;
            } else if (!quoted && c == delimiter) {
                endField();
            } else if (!quoted && c == '\n') {
                endLine();
            } else {
                field.append(c);
            }
            if (c == '\n') {
                number++;
                begun = quoted ? begun : number;
            }
        }
        endLine();
    }

    private void endField() {
        fields.add(field.toString().strip());
        field.setLength(0);
    }

    private void endLine() {
        endField();
        if (fields.stream().anyMatch(one -> !one.isEmpty())) {
            lines.add(new Line(begun, List.copyOf(fields)));
        }
        fields.clear();
    }
}
