package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.query.Query;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the to-one navigations of observations lead, found by their few datastreams. */
final class ObservationLinks {

    private static final List<Navigation> ALL = List.of(
            Navigation.OBSERVATION_DATASTREAM,
            Navigation.OBSERVATION_MULTI_DATASTREAM,
            Navigation.OBSERVATION_FEATURE_OF_INTEREST);

    private record Range(long first, long last, long feature) {}

    private record Stream(boolean multi, List<Range> ranges) {}

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
        var known = streams(streams);
        boolean features = wants(query, Navigation.OBSERVATION_FEATURE_OF_INTEREST);
        for (Item item : items) {
            var stream = known.get(item.datastream);
            set(item, stream != null && stream.multi);
            if (features) {
                feature(item, stream == null ? List.of() : stream.ranges);
            }
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

    private Map<Long, Stream> streams(Long... ids) throws SQLException {
        var streams = new HashMap<Long, Stream>();
        var sql = Sql.of(
                "select d.id, d.multi, f.feature_id, f.first_id, f.last_id from datastream d"
                        + " left join datastream_feature f on f.datastream_id = d.id where d.id = any(?)",
                (Object) ids);
        try (var statement = sql.prepare(request.connection());
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                boolean multi = rows.getBoolean(2);
                var stream = streams.computeIfAbsent(rows.getLong(1), s -> new Stream(multi, new ArrayList<>()));
                long feature = rows.getLong(3);
                if (!rows.wasNull()) {
                    stream.ranges.add(new Range(rows.getLong(4), rows.getLong(5), feature));
                }
            }
        }
        return streams;
    }
}
