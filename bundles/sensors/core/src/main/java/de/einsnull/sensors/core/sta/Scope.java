package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows that paths in one condition mean. Each way of navigations from a variable is one more table, however often it is
 * named.
 */
final class Scope {

    /** A row and its type. */
    record Row(String alias, EntityType type) {}

    private record Way(String from, List<Navigation> navigations) {}

    private record Joined(Navigation navigation, String source, Row target) {

        /** The table of pairs in between; named as a table, the database can start from either end of it. */
        Optional<Relation.Pairs> pairs() {
            return Relation.of(navigation) instanceof Relation.Pairs pairs ? Optional.of(pairs) : Optional.empty();
        }

        String pairsAlias() {
            return target.alias() + "x";
        }
    }

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
            if (j.pairs().isPresent()) {
                tables.add(pairs(j));
                conditions.add(Sql.of(pairsToTarget(j)));
            }
            tables.add(table(j));
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
            joins.add(" left join ")
                    .add(j.pairs().isPresent() ? joinedPairs(j) : table(j))
                    .add(" on ");
            var conditions = on(j);
            for (int i = 0; i < conditions.size(); i++) {
                joins.add(i == 0 ? "" : " and ").add(conditions.get(i));
            }
        }
        return joins;
    }

    private static String joinedPairs(Joined j) {
        return "(" + pairs(j) + " join " + table(j) + " on " + pairsToTarget(j) + ")";
    }

    private static String table(Joined j) {
        return Tables.name(j.target().type()) + " " + j.target().alias();
    }

    private static String pairs(Joined j) {
        return j.pairs().orElseThrow().table() + " " + j.pairsAlias();
    }

    private static String pairsToTarget(Joined j) {
        return j.target().alias() + ".id = " + j.pairsAlias() + "."
                + j.pairs().orElseThrow().target();
    }

    private List<Sql> on(Joined j) {
        var target = j.target();
        var conditions = new ArrayList<Sql>();
        var link = j.pairs()
                .map(p -> j.pairsAlias() + "." + p.source() + " = " + j.source() + ".id")
                .orElseGet(() -> Tables.link(j.navigation(), j.source(), target.alias()));
        conditions.add(Sql.of(link));
        conditions.addAll(Tables.conditions(target.type(), target.alias(), request.visibility()));
        return conditions;
    }
}
