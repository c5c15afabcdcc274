package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.query.Expand;
import de.einsnull.sensors.sensorthings.query.Query;
import de.einsnull.sensors.sensorthings.store.Page;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads what entities are related to: one statement for each navigation of a level, however many entities it has. */
final class Expander {

    private final Request request;
    private final Reader reader;

    Expander(Request request, Reader reader) {
        this.request = request;
        this.reader = reader;
    }

    void expand(Collection<Item> items, Query query) throws SQLException {
        if (items.isEmpty()) {
            return;
        }
        if (items.iterator().next().type == EntityType.OBSERVATION) {
            new ObservationLinks(request).find(items, query);
        }
        for (Expand expand : query.expand()) {
            if (expand.navigation().many()) {
                many(items, expand);
            } else {
                one(items, expand);
            }
        }
    }

    private void one(Collection<Item> items, Expand expand) throws SQLException {
        var navigation = expand.navigation();
        var ids = items.stream()
                .map(i -> i.one.get(navigation))
                .filter(Objects::nonNull)
                .distinct()
                .toArray(Long[]::new);
        // not Map.of(), which cannot be asked for null
        var found =
                ids.length == 0 ? Collections.<Long, Item>emptyMap() : byId(navigation.target(), ids, expand.query());
        for (Item item : items) {
            var target = found.get(item.one.get(navigation));
            var list = target == null ? List.<Item>of() : List.of(target);
            item.expanded.put(navigation, page(list, OptionalLong.empty(), false, Optional.empty()));
        }
    }

    private Map<Long, Item> byId(EntityType type, Long[] ids, Query query) throws SQLException {
        var source = Source.of(request, type);
        source = source.and(List.of(Sql.of(source.alias() + ".id = any(?)", (Object) ids)));
        var picks = new Picks(type, source.alias(), query);
        var found = new HashMap<Long, Item>();
        for (Item item : reader.list(Sql.of("select " + picks.columns()).add(source.from()), picks)) {
            found.put(item.id, item);
        }
        expand(found.values(), query);
        return found;
    }

    private void many(Collection<Item> items, Expand expand) throws SQLException {
        var pages = new Children(request, reader, expand.navigation(), expand.query())
                .of(items.stream().map(i -> i.id).distinct().toArray(Long[]::new));
        for (Item item : items) {
            item.expanded.put(expand.navigation(), pages.get(item.id));
        }
    }

    static Page page(List<Item> items, OptionalLong count, boolean more, Optional<String> next) {
        return new Page(items.stream().map(Item::entity).toList(), count, more, next);
    }

    /** Whether a query asks for the newest observation and nothing else. */
    static boolean newestOnly(Navigation navigation, Query query) {
        boolean observations = navigation == Navigation.DATASTREAM_OBSERVATIONS
                || navigation == Navigation.MULTI_DATASTREAM_OBSERVATIONS;
        return observations
                && query.filter().isEmpty()
                && !query.distinct()
                && query.top() == 1
                && query.skip() == 0
                && query.token().isEmpty()
                && Paging.byTime(query.orderBy())
                && query.orderBy().get(0).descending();
    }
}
