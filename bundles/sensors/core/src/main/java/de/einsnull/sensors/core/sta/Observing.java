package de.einsnull.sensors.core.sta;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.core.store.Features;
import de.einsnull.sensors.core.store.Row;
import de.einsnull.sensors.core.store.SensorDatabase;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.store.Draft;
import de.einsnull.sensors.sensorthings.store.Failure;
import de.einsnull.sensors.sensorthings.store.Link;
import de.einsnull.sensors.sensorthings.store.Outcome;
import de.einsnull.sensors.sensorthings.store.StoreException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Creates observations, many with few statements. One that is refused leaves no trace; the others are stored. */
final class Observing {

    private static final String STREAMS = "select d.id, d.thing_id, d.multi, f.feature_id, (select count(*)"
            + " from multi_observed_property m where m.datastream_id = d.id) from datastream d"
            + " left join datastream_feature f on f.datastream_id = d.id and f.last_id = " + Features.OPEN
            + " where d.id = any(?)";

    /** A datastream that observations are for; feature is null while it has none. */
    private record Stream(long id, long thing, boolean multi, Long feature, int properties) {}

    /** Where an observation belongs; own is the feature it names, or null. */
    private record Place(long stream, Navigation navigation, Link link, Long own) {}

    private final Request request;
    private final SensorDatabase database;
    private final Creator creator;
    private final Changes changes;
    private final Map<Long, Stream> streams = new HashMap<>();

    Observing(Request request, SensorDatabase database, Creator creator, Changes changes) {
        this.request = request;
        this.database = database;
        this.creator = creator;
        this.changes = changes;
    }

    /** Creates them; what is given holds for all. */
    List<Outcome> create(List<Draft> drafts, Map<Navigation, Long> given) throws SQLException {
        var places = new ArrayList<Object>();
        for (Draft draft : drafts) {
            try {
                places.add(place(draft, given));
            } catch (StoreException e) {
                places.add(e.failure());
            }
        }
        load(places);
        var outcomes = new ArrayList<Outcome>();
        var rows = new ArrayList<Row>();
        for (int i = 0; i < drafts.size(); i++) {
            outcomes.add(
                    places.get(i) instanceof Place place
                            ? row(drafts.get(i), place, rows)
                            : new Outcome.Refused((Failure) places.get(i)));
        }
        database.observations().add(request.connection(), rows);
        rows.forEach(changes::stored);
        return outcomes;
    }

    private Place place(Draft draft, Map<Navigation, Long> given) throws SQLException {
        var one = stream(draft, Navigation.OBSERVATION_DATASTREAM, given);
        var many = stream(draft, Navigation.OBSERVATION_MULTI_DATASTREAM, given);
        if (one == null && many == null) {
            throw Violations.missing(Navigation.OBSERVATION_DATASTREAM, draft.pointer() + "/Datastream");
        }
        if (one != null && many != null) {
            throw Violations.twice(Navigation.OBSERVATION_MULTI_DATASTREAM, draft.pointer() + "/MultiDatastream");
        }
        var navigation = one != null ? Navigation.OBSERVATION_DATASTREAM : Navigation.OBSERVATION_MULTI_DATASTREAM;
        var own = creator.target(
                draft,
                Navigation.OBSERVATION_FEATURE_OF_INTEREST,
                given.get(Navigation.OBSERVATION_FEATURE_OF_INTEREST));
        return new Place(one != null ? one : many, navigation, link(draft, navigation), own);
    }

    private static Link link(Draft draft, Navigation navigation) {
        return draft.links().getOrDefault(navigation, List.of()).stream()
                .findFirst()
                .orElse(null);
    }

    /** Whether existing datastreams exist is seen when all are loaded. */
    private Long stream(Draft draft, Navigation navigation, Map<Navigation, Long> given) throws SQLException {
        var its = given.get(navigation);
        return its == null && link(draft, navigation) instanceof Link.Existing existing
                ? Long.valueOf(existing.id())
                : creator.target(draft, navigation, its);
    }

    private void load(List<Object> places) throws SQLException {
        var ids = places.stream()
                .filter(p -> p instanceof Place)
                .map(p -> ((Place) p).stream())
                .distinct()
                .toArray(Long[]::new);
        load(ids);
        var unplaced = places.stream()
                .filter(p -> p instanceof Place place && place.own() == null)
                .map(p -> ((Place) p).stream())
                .collect(Collectors.toSet());
        var homeless = streams.values().stream()
                .filter(s -> s.feature() == null && unplaced.contains(s.id()))
                .map(Stream::thing)
                .distinct()
                .toArray(Long[]::new);
        if (homeless.length > 0) {
            var connection = request.connection();
            Features.open(connection, database.ids(), database.observations().nextId(connection), homeless)
                    .forEach(id -> changes.created(EntityType.FEATURE_OF_INTEREST, id));
            load(ids);
        }
    }

    private void load(Long... ids) throws SQLException {
        try (var statement = Sql.of(STREAMS, (Object) ids).prepare(request.connection());
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                streams.put(
                        rows.getLong(1),
                        new Stream(
                                rows.getLong(1),
                                rows.getLong(2),
                                rows.getBoolean(3),
                                rows.getObject(4, Long.class),
                                rows.getInt(5)));
            }
        }
    }

    private Outcome row(Draft draft, Place place, List<Row> rows) throws SQLException {
        var stream = streams.get(place.stream());
        var failure = check(draft, place, stream);
        if (failure != null) {
            return new Outcome.Refused(failure);
        }
        boolean usual = place.own() == null || place.own().equals(stream.feature());
        long id = database.observations().nextId(request.connection());
        rows.add(ObservationValues.of(request.now(), draft.values()).row(id, stream.id(), usual ? null : place.own()));
        if (!usual) {
            new ObservationChanges(request, database, changes).extendArea(stream.id(), place.own());
        }
        return new Outcome.Created(id);
    }

    private static Failure check(Draft draft, Place place, Stream stream) {
        boolean multi = place.navigation() == Navigation.OBSERVATION_MULTI_DATASTREAM;
        if (stream == null || stream.multi() != multi) {
            var pointer = place.link() instanceof Link.Existing e ? e.pointer() : draft.pointer();
            var type = multi ? EntityType.MULTI_DATASTREAM : EntityType.DATASTREAM;
            return Violations.unknown(type, place.stream(), pointer).failure();
        }
        if (multi) {
            var result = (JsonNode) draft.values().get(EntityType.OBSERVATION.require("result"));
            if (result == null || !result.isArray() || result.size() != stream.properties()) {
                return Violations.lengths(draft.pointer() + "/result", stream.properties());
            }
        }
        return place.own() == null && stream.feature() == null
                ? Violations.noFeature(draft.pointer() + "/FeatureOfInterest")
                : null;
    }
}
