package de.einsnull.sensors.core.table;

import de.einsnull.sensors.api.UnreadableTable;
import de.einsnull.sensors.api.UnreadableTable.Code;
import de.einsnull.sensors.core.model.Properties;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The line with the names of the columns: says where in a row which value stands. */
final class Head {

    private static final String KEY = "[A-Za-z0-9_.-]{1,64}";
    private static final Pattern PROPERTY = Pattern.compile("(?i)(?:property|eigenschaft)\\.(" + KEY + ")");
    private static final Set<String> PASSED_OVER = Set.of("reason", "grund");

    private final List<String> titles;
    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
    private final Map<String, Integer> properties = new TreeMap<>();

    private Head(List<String> titles) {
        this.titles = titles;
    }

    /** Reads the line; throws {@link UnreadableTable} if it is not that of a table of devices. */
    static Head of(List<String> titles) {
        var head = new Head(titles);
        for (int i = 0; i < titles.size(); i++) {
            head.add(titles.get(i), i);
        }
        for (var needed : List.of(Column.INSTANCE, Column.EXTERNAL_ID)) {
            if (!head.columns.containsKey(needed)) {
                throw new UnreadableTable(Code.NO_COLUMN, needed.title(true) + " (" + needed.title(false) + ")");
            }
        }
        return head;
    }

    private void add(String title, int index) {
        if (title.isEmpty() || PASSED_OVER.contains(title.toLowerCase(Locale.ROOT))) {
            return;
        }
        var property = PROPERTY.matcher(title);
        Integer before;
        if (property.matches() && isProperty(property.group(1))) {
            before = properties.put(property.group(1), index);
        } else {
            before = columns.put(column(title), index);
        }
        if (before != null) {
            throw new UnreadableTable(Code.COLUMN_TWICE, title);
        }
    }

    private static Column column(String title) {
        for (var column : Column.values()) {
            if (column.isCalled(title)) {
                return column;
            }
        }
        throw new UnreadableTable(Code.UNKNOWN_COLUMN, title);
    }

    /** Whether a table can have a column for a property. */
    static boolean isProperty(String key) {
        return key.matches(KEY) && !Properties.isOwn(key);
    }

    List<String> titles() {
        return titles;
    }

    boolean has(Column column) {
        return columns.containsKey(column);
    }

    /** Name of a column as the table has it. */
    String title(Column column) {
        return has(column) ? titles.get(columns.get(column)) : column.title(true);
    }

    String title(String property) {
        return titles.get(properties.get(property));
    }

    /** The value of a row, empty if the table has no such column. */
    Optional<String> value(Column column, List<String> fields) {
        return Optional.ofNullable(columns.get(column)).map(index -> field(fields, index));
    }

    /** The values of a row for the properties that the table has columns for. */
    Map<String, String> properties(List<String> fields) {
        var values = new HashMap<String, String>();
        properties.forEach((key, index) -> values.put(key, field(fields, index)));
        return values;
    }

    /** A row may end early: spreadsheets leave empty fields at its end away. */
    private static String field(List<String> fields, int index) {
        return index < fields.size() ? fields.get(index) : "";
    }
}
