package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows that paths in one condition mean. Each way of navigations from a variable is one more table, however often it is
 * named.
 */
final class Scope {

    /** A row and its type. */
    record Row(String alias, EntityType type) {}

    private record Way(String from, List<Navigation> navigations) {}

    private record Joined(Navigation navigation, String source, Row target) {}

    private final Request request;
    private final Map<String, Row> variables;
    private final Map<Way, Joined> joined = new LinkedHashMap<>();

    Scope(Request request, Map<String, Row> variables) {
        this.request = request;
        this.variables = variables;
    }

    /** A scope within this one, with one variable more. */
    Scope within(String variable, Row row) {
        var more = new HashMap<>(variables);
        more.put(variable, row);
        return new Scope(request, more);
    }

    /** The row at the end of a way. */
    Row row(String from, List<Navigation> navigations) {
        var row = variables.get(from);
        for (int i = 0; i < navigations.size(); i++) {
            var source = row.alias();
            var navigation = navigations.get(i);
            row = joined.computeIfAbsent(
                            new Way(from, navigations.subList(0, i + 1)),
                            way -> new Joined(navigation, source, new Row(request.alias(), navigation.target())))
                    .target();
        }
        return row;
    }

    Map<String, Row> variables() {
        return variables;
    }

    boolean isEmpty() {
        return joined.isEmpty();
    }

    /** All ways have a row: {@code exists (... where condition)}. */
    Sql inner(Sql condition) {
        return Sql.join("exists (select 1", tables(condition), ")");
    }

    private Sql tables(Sql... further) {
        var conditions = new ArrayList<Sql>();
        var tables = new ArrayList<String>();
        for (Joined j : joined.values()) {
            tables.add(Tables.name(j.target().type()) + " " + j.target().alias());
            conditions.addAll(on(j));
        }
        conditions.addAll(List.of(further));
        return Sql.of(" from " + String.join(", ", tables)).where(conditions);
    }

    /** A way that leads nowhere has a row of nulls. H2 does not look outside from a join. */
    Sql outer(Sql condition) throws Untranslatable {
        if (!request.postgres()) {
            throw new Untranslatable("outer join");
        }
        return Sql.join("exists (select 1 from (values (1)) one (x)", joins(), " where ", condition, ")");
    }

    /** A value that is found through ways to one entity each, null if one of them leads nowhere. */
    Sql value(Sql expression) {
        return isEmpty() ? expression : Sql.join("(select ", expression, tables(), ")");
    }

    private Sql joins() {
        var joins = new Sql();
        for (Joined j : joined.values()) {
            joins.add(" left join " + Tables.name(j.target().type()) + " "
                    + j.target().alias() + " on ");
            var conditions = on(j);
            for (int i = 0; i < conditions.size(); i++) {
                joins.add(i == 0 ? "" : " and ").add(conditions.get(i));
            }
        }
        return joins;
    }

    private List<Sql> on(Joined j) {
        var target = j.target();
        var conditions = new ArrayList<Sql>();
        conditions.add(Sql.of(Tables.link(j.navigation(), j.source(), target.alias())));
        conditions.addAll(Tables.conditions(target.type(), target.alias(), request.visibility()));
        return conditions;
    }
}
