package de.einsnull.sensors.sensorthings.json;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.query.Expand;
import de.einsnull.sensors.sensorthings.query.Query;
import de.einsnull.sensors.sensorthings.store.Entity;
import de.einsnull.sensors.sensorthings.store.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes entities as CSV (RFC 4180) with a head line: id and properties, and those of expanded entities with the name of
 * the navigation before them; where there are several of these, the line is repeated for each. A text that a spreadsheet
 * would take for a formula ({@code = + - @}, tab or carriage return at its beginning) gets a {@code '} before it.
 */
public final class CsvWriter {

    private static final int MOST_LINES = 200_000;
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r]");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,40}([.,][0-9]{1,40})?([eE][+-]?[0-9]{1,4})?");

    private int lines;

    /** A writer for one answer. */
    public CsvWriter() {
        this.lines = 0;
    }

    /**
     * Writes a page.
     *
     * @param out where to
     * @param page the page
     * @param type type of its entities
     * @param query what was asked for
     * @throws IOException if it cannot be written, or would have more than 200,000 lines
     */
    public void page(Appendable out, Page page, EntityType type, Query query) throws IOException {
        var head = new ArrayList<String>();
        head(head, "", type, query);
        line(out, head);
        for (var entity : page.entities()) {
            for (var row : rows(entity, type, query)) {
                line(out, row);
            }
        }
    }

    private static List<Property> columns(EntityType type, Query query) {
        var columns = new ArrayList<Property>();
        if (query.wants(Property.ID)) {
            columns.add(Property.ID);
        }
        type.properties().stream().filter(query::wants).forEach(columns::add);
        return columns;
    }

    private static void head(List<String> head, String prefix, EntityType type, Query query) {
        columns(type, query).forEach(c -> head.add(prefix + (c.equals(Property.ID) ? "id" : c.name())));
        for (var expand : query.expand()) {
            var name = prefix + expand.navigation().navigationName() + "/";
            head(head, name, expand.navigation().target(), expand.query());
        }
    }

    private static List<List<String>> rows(Entity entity, EntityType type, Query query) {
        var own = new ArrayList<String>();
        columns(type, query).forEach(c -> own.add(text(entity, c)));
        List<List<String>> rows = List.of(own);
        for (var expand : query.expand()) {
            rows = joined(rows, related(entity, expand));
        }
        return rows;
    }

    private static List<List<String>> related(Entity entity, Expand expand) {
        var rows = new ArrayList<List<String>>();
        var page = entity.expanded().get(expand.navigation());
        var type = expand.navigation().target();
        if (page != null) {
            page.entities().forEach(e -> rows.addAll(rows(e, type, expand.query())));
        }
        if (rows.isEmpty()) {
            var head = new ArrayList<String>();
            head(head, "", type, expand.query());
            rows.add(head.stream().map(h -> "").toList());
        }
        return rows;
    }

    private static List<List<String>> joined(List<List<String>> left, List<List<String>> right) {
        if ((long) left.size() * right.size() > MOST_LINES) {
            throw new BodyException("", "die Tabelle wäre zu lang", "the table would be too long");
        }
        var rows = new ArrayList<List<String>>(left.size() * right.size());
        for (var a : left) {
            for (var b : right) {
                var row = new ArrayList<>(a);
                row.addAll(b);
                rows.add(row);
            }
        }
        return rows;
    }

    private static String text(Entity entity, Property column) {
        if (column.equals(Property.ID)) {
            return String.valueOf(entity.id());
        }
        var value = entity.values().get(column);
        if (value instanceof JsonNode json) {
            return json.isTextual() ? harmless(json.textValue()) : json.isNull() ? "" : json.toString();
        }
        return value == null ? "" : value instanceof String words ? harmless(words) : value.toString();
    }

    /** A spreadsheet takes such a text for a formula and runs it, unless a quote stands before it. */
    private static String harmless(String text) {
        return FORMULA.matcher(text).lookingAt() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    private void line(Appendable out, List<String> cells) throws IOException {
        if (++lines > MOST_LINES) {
            throw new BodyException("", "die Tabelle wäre zu lang", "the table would be too long");
        }
        for (int i = 0; i < cells.size(); i++) {
            out.append(i == 0 ? "" : ",").append(quoted(cells.get(i)));
        }
        out.append("\r\n");
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
