package de.einsnull.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A Markdown table that grows row by row. */
final class Table {

    private final List<String> lines = new ArrayList<>();

    /**
     * Starts a table.
     *
     * @param columns heads of the columns
     */
    Table(String... columns) {
        row((Object[]) columns);
        lines.add("|" + "---|".repeat(columns.length));
    }

    /**
     * Adds a row.
     *
     * @param cells content; doubles are shown with one decimal
     * @return this table
     */
    Table row(Object... cells) {
        var line = new StringBuilder("|");
        for (var cell : cells) {
            line.append(' ')
                    .append(cell instanceof Double number ? String.format(Locale.ROOT, "%,.1f", number) : cell)
                    .append(" |");
        }
        lines.add(line.toString());
        return this;
    }

    /** The row that was added last. */
    String last() {
        return lines.get(lines.size() - 1);
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
