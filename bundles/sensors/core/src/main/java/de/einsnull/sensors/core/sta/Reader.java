package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.sensorthings.query.EntityPath;
import de.einsnull.sensors.sensorthings.query.Query;
import de.einsnull.sensors.sensorthings.store.Failure;
import de.einsnull.sensors.sensorthings.store.Page;
import de.einsnull.sensors.sensorthings.store.StoreException;
import de.einsnull.sensors.sensorthings.store.Visibility;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads pages of entities with what is related to them. For one request. */
final class Reader {

    private final Request request;
    private final Expander expander;

    Reader(Request request) {
        this.request = request;
        this.expander = new Expander(request, this);
    }

    /** What a path names. */
    Page read(EntityPath path, Query query) throws SQLException {
        return path.single() ? one(path, query) : set(path, query);
    }

    private Page one(EntityPath path, Query query) throws SQLException {
        var source = new Paths(request).source(path);
        var picks = new Picks(source.type(), source.alias(), query);
        var items = list(Sql.of("select " + picks.columns()).add(source.from()), picks);
        if (items.isEmpty() && path.last().id().isPresent()) {
            throw new StoreException(new Failure.Missing(path.type()));
        }
        // a MultiDatastream may have the same property twice
        var first = items.stream().limit(1).toList();
        expand(first, query);
        return Expander.page(first, OptionalLong.empty(), false, Optional.empty());
    }

    private Page set(EntityPath path, Query query) throws SQLException {
        var parent = path.parent();
        if (parent.isPresent()) {
            var navigation = path.last().via().orElseThrow();
            if (Paths.saysItself(parent.get(), navigation)) {
                return observations(path, parent.get(), query);
            }
        }
        return page(new Paths(request).source(path), query);
    }

    private Page observations(EntityPath path, EntityPath stream, Query query) throws SQLException {
        var navigation = path.last().via().orElseThrow();
        long id = stream.last().id().getAsLong();
        boolean newest = Expander.newestOnly(navigation, query);
        if (newest && request.visibility() == Visibility.OPEN) {
            new Paths(request).id(stream);
        }
        var page = newest
                ? new Children(request, this, navigation, query).of(id).get(id)
                : page(new Paths(request).source(path), query);
        if (page.entities().isEmpty()) {
            new Paths(request).id(stream);
        }
        return page;
    }

    /** A page of a set. */
    Page page(Source source, Query query) throws SQLException {
        var plan = plan(source, query);
        return plan.exact() && !query.distinct()
                ? direct(plan, query)
                : new Candidates(request, this).page(plan, query);
    }

    /** How a page would be read. */
    Plan plan(Source source, Query query) throws SQLException {
        var filter = query.filter().isEmpty()
                ? new Filter(List.of(), true)
                : new Filters(request, source.type(), source.alias())
                        .translate(query.filter().get());
        var filtered = source.and(filter.conditions());
        return new Plan(filtered, order(source, query), filter.exact());
    }

    private Sql order(Source source, Query query) throws SQLException {
        try {
            return new Ordering(request, source).by(query.orderBy());
        } catch (Untranslatable e) {
            return null;
        }
    }

    private Page direct(Plan plan, Query query) throws SQLException {
        var picks = new Picks(plan.source().type(), plan.source().alias(), query);
        var items = list(plan.select(picks, query), picks);
        boolean more = items.size() > query.top();
        var shown = items.subList(0, Math.min(items.size(), query.top()));
        expand(shown, query);
        var next = more && !shown.isEmpty()
                ? new Paging(plan.source(), query).behind(shown.get(shown.size() - 1))
                : Optional.<String>empty();
        return Expander.page(shown, count(plan.source(), query, more, shown.size()), more, next);
    }

    private OptionalLong count(Source source, Query query, boolean more, int shown) throws SQLException {
        if (!query.count()) {
            return OptionalLong.empty();
        }
        boolean allShown = !more && query.token().isEmpty() && (shown > 0 || query.skip() == 0);
        return OptionalLong.of(
                allShown
                        ? query.skip() + shown
                        : new Counter(request).count(source, query.filter().isEmpty()));
    }

    void expand(Collection<Item> items, Query query) throws SQLException {
        expander.expand(items, query);
    }

    List<Item> list(Sql sql, Picks picks) throws SQLException {
        var items = new ArrayList<Item>();
        try (var statement = sql.reading(request.connection());
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                items.add(picks.read(rows));
            }
        }
        return items;
    }
}
