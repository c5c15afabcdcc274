package de.einsnull.sensors.trees;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The work list as German spreadsheets read it: semicolons, decimal commas, a byte order mark. */
final class Csv {

    /** The city's time zone. */
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT).withZone(ZONE);
    private static final List<String> COLUMNS =
            List.of("tree", "group", "need", "moisture", "observed", "since", "slope", "forecast", "demo");

    private Csv() {}

    static String of(List<Tree> trees, UnaryOperator<String> text) {
        String head =
                COLUMNS.stream().map(one -> quoted(text.apply("col." + one))).collect(Collectors.joining(";"));
        return trees.stream()
                .map(tree -> row(tree, text))
                .collect(Collectors.joining("\r\n", "\ufeff" + head + "\r\n", "\r\n"));
    }

    private static String row(Tree tree, UnaryOperator<String> text) {
        return Stream.of(
                        quoted(tree.name()),
                        quoted(tree.group()),
                        quoted(text.apply("need." + tree.need())),
                        number(tree.moisture()),
                        time(tree.observedAt()),
                        time(tree.drySince()),
                        number(tree.perDay()),
                        number(tree.daysUntilDry()),
                        tree.demo() ? "Demo" : "")
                .collect(Collectors.joining(";"));
    }

    private static String number(double number) {
        return Double.isNaN(number) ? "" : String.format(Locale.GERMAN, "%.1f", number);
    }

    private static String time(Instant at) {
        return at == null ? "" : TIME.format(at);
    }

    /** A cell that begins like a formula would be calculated by a spreadsheet. */
    private static String quoted(String text) {
        String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
