package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.query.Query;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the to-one navigations of observations lead, found by their few datastreams. */
final class ObservationLinks {

    private static final List<Navigation> ALL = List.of(
            Navigation.OBSERVATION_DATASTREAM,
            Navigation.OBSERVATION_MULTI_DATASTREAM,
            Navigation.OBSERVATION_FEATURE_OF_INTEREST);

    private record Range(long first, long last, long feature) {}

    private final Request request;

    ObservationLinks(Request request) {
        this.request = request;
    }

    /** Sets ids and absence of what the query wants. */
    void find(Collection<Item> items, Query query) throws SQLException {
        if (ALL.stream().noneMatch(n -> wants(query, n))) {
            return;
        }
        var streams = items.stream().map(i -> i.datastream).distinct().toArray(Long[]::new);
        var multi = multi(streams);
        items.forEach(i -> set(i, multi.contains(i.datastream)));
        if (wants(query, Navigation.OBSERVATION_FEATURE_OF_INTEREST)) {
            var ranges = ranges(streams);
            items.forEach(i -> feature(i, ranges.getOrDefault(i.datastream, List.of())));
        }
    }

    private static boolean wants(Query query, Navigation navigation) {
        return query.wants(navigation) || query.expand().stream().anyMatch(e -> e.navigation() == navigation);
    }

    private static void set(Item item, boolean multi) {
        item.one.put(
                multi ? Navigation.OBSERVATION_MULTI_DATASTREAM : Navigation.OBSERVATION_DATASTREAM, item.datastream);
        item.absent.add(multi ? Navigation.OBSERVATION_DATASTREAM : Navigation.OBSERVATION_MULTI_DATASTREAM);
    }

    private static void feature(Item item, List<Range> ranges) {
        var feature = item.ownFeature != null
                ? item.ownFeature
                : ranges.stream()
                        .filter(r -> r.first <= item.id && item.id <= r.last)
                        .map(Range::feature)
                        .findFirst()
                        .orElse(null);
        if (feature == null) {
            item.absent.add(Navigation.OBSERVATION_FEATURE_OF_INTEREST);
        } else {
            item.one.put(Navigation.OBSERVATION_FEATURE_OF_INTEREST, feature);
        }
    }

    private Set<Long> multi(Long[] streams) throws SQLException {
        var multi = new HashSet<Long>();
        var sql = Sql.of("select id from datastream where multi and id = any(?)", (Object) streams);
        try (var statement = sql.prepare(request.connection());
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                multi.add(rows.getLong(1));
            }
        }
        return multi;
    }

    private Map<Long, List<Range>> ranges(Long[] streams) throws SQLException {
        var ranges = new HashMap<Long, List<Range>>();
        var sql = Sql.of(
                "select datastream_id, first_id, last_id, feature_id from datastream_feature"
                        + " where datastream_id = any(?)",
                (Object) streams);
        try (var statement = sql.prepare(request.connection());
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                ranges.computeIfAbsent(rows.getLong(1), s -> new ArrayList<>())
                        .add(new Range(rows.getLong(2), rows.getLong(3), rows.getLong(4)));
            }
        }
        return ranges;
    }
}
