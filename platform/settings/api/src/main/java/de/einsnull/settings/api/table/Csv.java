package de.einsnull.settings.api.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a table with the delimiter (semicolon, comma or tab) that its first line has most of, RFC 4180 otherwise; and writes
 * one that spreadsheets of all countries open. Keeps nothing; each call is independent of others.
 */
public final class Csv {

    /** First character of a file, so that spreadsheets take it for UTF-8. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** What a spreadsheet would take for a formula; numbers are none. */
    private static final Pattern FORMULA = Pattern.compile("(?s)[=@\t].*|[+-](?![0-9.,]*\\z).*");

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
    public record Line(int number, List<String> fields) {

        /** Copies the list. */
        public Line {
            fields = List.copyOf(fields);
        }
    }

    private Csv(String text) {
        this.text = text;
        var first = text.lines().findFirst().orElse("");
        delimiter = Stream.of(';', ',', '\t')
                .max(Comparator.comparingLong((Character c) ->
                        first.chars().filter(other -> other == c).count()))
                .orElseThrow();
    }

    /**
     * Reads bytes as text: UTF-8 with or without a byte order mark, otherwise Windows-1252, which spreadsheets of a German
     * Windows write.
     *
     * @param bytes a file
     * @return its text, without the mark
     */
    public static String decode(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, WINDOWS);
        }
        return withoutMark(text);
    }

    private static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /**
     * Reads a table. The apostrophe that {@link #line} puts before what looks like a formula is taken off.
     *
     * @param text the table, with or without a byte order mark
     * @return its lines that are not empty, the one with the names of the columns first
     */
    public static List<Line> read(String text) {
        var csv = new Csv(withoutMark(text));
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
        var value = field.toString().strip();
        boolean harmless =
                value.startsWith("'") && FORMULA.matcher(value.substring(1)).matches();
        fields.add(harmless ? value.substring(1) : value);
        field.setLength(0);
    }

    private void endLine() {
        endField();
        if (fields.stream().anyMatch(one -> !one.isEmpty())) {
            lines.add(new Line(begun, fields));
        }
        fields.clear();
    }

    /**
     * Writes a line with semicolons. What a spreadsheet would take for a formula gets an apostrophe before it.
     *
     * @param values values in order
     * @return the line with its end
     */
    public static String line(Collection<String> values) {
        return values.stream().map(Csv::quoted).collect(Collectors.joining(";", "", "\r\n"));
    }

    private static String quoted(String value) {
        var harmless = FORMULA.matcher(value).matches() ? "'" + value : value;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
