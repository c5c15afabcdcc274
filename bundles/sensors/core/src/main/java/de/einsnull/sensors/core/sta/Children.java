package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.query.Query;
import de.einsnull.sensors.sensorthings.store.Page;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Pages of a navigation to a set, for many entities at once. PostgreSQL answers with one statement; H2, which has no lateral
 * joins and works in this process, is asked for each entity.
 */
final class Children {

    private static final String PARENT = "p.id";

    private final Request request;
    private final Reader reader;
    private final Navigation navigation;
    private final Query query;
    private final Map<Long, List<Item>> found = new HashMap<>();

    Children(Request request, Reader reader, Navigation navigation, Query query) {
        this.request = request;
        this.reader = reader;
        this.navigation = navigation;
        this.query = query;
    }

    /** The page of each. */
    Map<Long, Page> of(Long... parents) throws SQLException {
        if (Expander.newestOnly(navigation, query)) {
            return newest(parents);
        }
        if (request.postgres() && !query.distinct()) {
            var source = Source.of(request, navigation.target()).behind(navigation, PARENT);
            var plan = reader.plan(source, query);
            if (plan.exact()) {
                return lateral(parents, plan);
            }
        }
        var pages = new HashMap<Long, Page>();
        for (Long parent : parents) {
            var source = Source.of(request, navigation.target()).behind(navigation, "?", parent);
            pages.put(parent, reader.page(source, query));
        }
        return pages;
    }

    private Map<Long, Page> lateral(Long[] parents, Plan plan) throws SQLException {
        var picks = new Picks(plan.source().type(), plan.source().alias(), query);
        var columns = IntStream.range(1, picks.end()).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
        var sql = Sql.of("select c.*, p.id from unnest(?) p (id) cross join lateral (", (Object) parents)
                .add(plan.select(picks, query))
                .add(") c (" + columns + ")");
        collect(sql, picks);
        var counts = query.count() ? counts(parents, plan) : Map.<Long, Long>of();
        return pages(parents, plan, counts);
    }

    private void collect(Sql sql, Picks picks) throws SQLException {
        try (var statement = sql.reading(request.connection());
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.computeIfAbsent(rows.getLong(picks.end()), p -> new ArrayList<>())
                        .add(picks.read(rows));
            }
        }
    }

    private Map<Long, Page> pages(Long[] parents, Plan plan, Map<Long, Long> counts) throws SQLException {
        var more = new HashMap<Long, Boolean>();
        var all = new ArrayList<Item>();
        found.forEach((parent, items) -> {
            more.put(parent, items.size() > query.top());
            all.addAll(items.subList(0, Math.min(query.top(), items.size())));
        });
        reader.expand(all, query);
        var paging = new Paging(plan.source(), query);
        var pages = new HashMap<Long, Page>();
        for (Long parent : parents) {
            var items = found.getOrDefault(parent, List.of());
            var shown = items.subList(0, Math.min(query.top(), items.size()));
            boolean further = more.getOrDefault(parent, false);
            var next =
                    further && !shown.isEmpty() ? paging.behind(shown.get(shown.size() - 1)) : Optional.<String>empty();
            var count = query.count() ? OptionalLong.of(counts.getOrDefault(parent, 0L)) : OptionalLong.empty();
            pages.put(parent, Expander.page(shown, count, further, next));
        }
        return pages;
    }

    private Map<Long, Long> counts(Long[] parents, Plan plan) throws SQLException {
        var counts = new HashMap<Long, Long>();
        var sql = Sql.of("select p.id, (select count(*)")
                .add(plan.source().from())
                .add(") from unnest(?) p (id)", (Object) parents);
        try (var statement = sql.prepare(request.connection());
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                counts.put(rows.getLong(1), rows.getLong(2));
            }
        }
        return counts;
    }

    /** The newest observations stand in a table of their own. */
    private Map<Long, Page> newest(Long... parents) throws SQLException {
        var source = new Source(EntityType.OBSERVATION, "o", "", List.of(), List.of("o.id"), 0);
        var picks = new Picks(EntityType.OBSERVATION, "o", query);
        var sql = Sql.of(
                "select " + picks.columns() + ", o.observations from observation_last o where o.datastream_id = any(?)",
                (Object) parents);
        var items = new HashMap<Long, Item>();
        var counts = new HashMap<Long, Long>();
        try (var statement = sql.prepare(request.connection());
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                var item = picks.read(rows);
                items.put(item.datastream, item);
                counts.put(item.datastream, rows.getLong(picks.end()));
            }
        }
        reader.expand(items.values(), query);
        return newestPages(parents, items, counts, new Paging(source, query));
    }

    private Map<Long, Page> newestPages(Long[] parents, Map<Long, Item> items, Map<Long, Long> counts, Paging paging) {
        var pages = new HashMap<Long, Page>();
        for (Long parent : parents) {
            var item = items.get(parent);
            long count = counts.getOrDefault(parent, 0L);
            boolean more = count > 1;
            pages.put(
                    parent,
                    Expander.page(
                            item == null ? List.of() : List.of(item),
                            query.count() ? OptionalLong.of(count) : OptionalLong.empty(),
                            more,
                            more ? paging.behind(item) : Optional.empty()));
        }
        return pages;
    }
}
