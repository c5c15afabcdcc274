package de.einsnull.sensors.core.sta;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.sensorthings.evaluate.Evaluator;
import de.einsnull.sensors.sensorthings.evaluate.Needed;
import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.query.Expression;
import de.einsnull.sensors.sensorthings.query.JsonStep;
import de.einsnull.sensors.sensorthings.query.Order;
import de.einsnull.sensors.sensorthings.query.Query;
import de.einsnull.sensors.sensorthings.query.ResultFormat;
import de.einsnull.sensors.sensorthings.query.Selected;
import de.einsnull.sensors.sensorthings.store.Failure;
import de.einsnull.sensors.sensorthings.store.Page;
import de.einsnull.sensors.sensorthings.store.StoreException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads pages of which the database knows only a larger set: what SQL cannot say of the filter, the order, or of equal
 * selections is said here, row by row, up to a bound.
 */
final class Candidates {

    private static final int MOST = 50_000;
    private static final int MOST_RELATED = 1_000;
    private static final int CHUNK = 500;

    private final Request request;
    private final Reader reader;
    private final Evaluator evaluator;

    Candidates(Request request, Reader reader) {
        this.request = request;
        this.reader = reader;
        this.evaluator = new Evaluator(request.now());
    }

    Page page(Plan plan, Query query) throws SQLException {
        var matching = matching(plan, query);
        if (plan.order() == null) {
            var order = evaluator.order(query.orderBy());
            matching.sort(Comparator.comparing(Item::entity, order));
        }
        if (query.distinct()) {
            Set<String> seen = new HashSet<>();
            matching.removeIf(item -> !seen.add(selection(item, query)));
        }
        int from = (int) Math.min(query.skip(), matching.size());
        int to = (int) Math.min(matching.size(), (long) from + query.top());
        var shown = List.copyOf(matching.subList(from, to));
        shown.forEach(i -> i.expanded.clear());
        reader.expand(shown, query);
        var count = query.count() ? OptionalLong.of(matching.size()) : OptionalLong.empty();
        return Expander.page(shown, count, to < matching.size(), Optional.empty());
    }

    /** All that match, or as many as the page needs where nothing else is to be known of the others. */
    List<Item> matching(Plan plan, Query query) throws SQLException {
        boolean all = plan.order() == null || query.count() || query.distinct();
        long enough = all ? Long.MAX_VALUE : query.skip() + query.top() + 1;
        var needed = needed(plan, query);
        var picks = new Picks(plan.source().type(), plan.source().alias(), needed);
        var sql = Sql.of("select " + picks.columns())
                .add(plan.source()
                        .and(new Paging(plan.source(), query).conditions())
                        .from())
                .add(plan.order() == null ? Sql.of("") : plan.order())
                .add(" fetch first " + (MOST + 1) + " rows only");
        var matching = new ArrayList<Item>();
        try (var statement = sql.reading(request.connection())) {
            try (var rows = statement.executeQuery()) {
                var chunk = new ArrayList<Item>();
                for (int read = 0; rows.next() && matching.size() < enough; read++) {
                    if (read == MOST) {
                        throw tooExpensive();
                    }
                    chunk.add(picks.read(rows));
                    if (chunk.size() == CHUNK) {
                        take(chunk, matching, plan, query, needed);
                    }
                }
                take(chunk, matching, plan, query, needed);
            }
        }
        return matching;
    }

    private void take(List<Item> chunk, List<Item> matching, Plan plan, Query query, Query needed) throws SQLException {
        reader.expand(chunk, needed);
        for (Item item : chunk) {
            if (plan.filtered() || evaluator.matches(query.filter().orElseThrow(), item.entity())) {
                matching.add(item);
            }
        }
        chunk.clear();
    }

    private static Query needed(Plan plan, Query query) {
        var expressions = new ArrayList<Expression>();
        if (!plan.filtered()) {
            query.filter().ifPresent(expressions::add);
        }
        if (plan.order() == null) {
            query.orderBy().stream().map(Order::expression).forEach(expressions::add);
        }
        return new Query(
                Optional.empty(),
                List.of(),
                List.of(),
                false,
                Needed.expands(expressions, MOST_RELATED),
                CHUNK,
                0,
                false,
                ResultFormat.JSON,
                Optional.empty());
    }

    private static StoreException tooExpensive() {
        return new StoreException(new Failure.TooExpensive(
                "Dafür wären mehr als " + MOST + " Einträge einzeln zu prüfen. Grenzen Sie mit $filter weiter ein,"
                        + " zum Beispiel nach Datastream oder Zeit.",
                "More than " + MOST + " entries would have to be looked at one by one. Narrow it down with $filter,"
                        + " for example by datastream or time."));
    }

    private static String selection(Item item, Query query) {
        var key = new StringBuilder();
        for (Selected selected : query.select()) {
            if (selected instanceof Selected.Value value) {
                Object its = value.property().equals(Property.ID)
                        ? Long.valueOf(item.id)
                        : item.values.get(value.property());
                key.append(its instanceof JsonNode json ? at(json, value.steps()) : its)
                        .append('\n');
            }
        }
        return key.toString();
    }

    private static JsonNode at(JsonNode json, List<JsonStep> steps) {
        var node = json;
        for (JsonStep step : steps) {
            node = step instanceof JsonStep.Member m ? node.path(m.name()) : node.path(((JsonStep.Item) step).index());
        }
        return node;
    }
}
