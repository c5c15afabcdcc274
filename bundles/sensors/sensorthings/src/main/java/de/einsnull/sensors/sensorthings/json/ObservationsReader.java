package de.einsnull.sensors.sensorthings.json;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.store.Draft;
import de.einsnull.sensors.sensorthings.store.Link;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the body of {@code CreateObservations} (18-088, 14.2). One for a request. */
public final class ObservationsReader {

    /** What became of one row. */
    public sealed interface Row {

        /**
         * It can be stored.
         *
         * @param draft the observation
         */
        record Good(Draft draft) implements Row {}

        /**
         * It cannot.
         *
         * @param cause why, and where
         */
        record Bad(BodyException cause) implements Row {}
    }

    private final Instant now;

    /**
     * A reader.
     *
     * @param now phenomenonTime of rows that name none
     */
    public ObservationsReader(Instant now) {
        this.now = now;
    }

    /**
     * Reads a body.
     *
     * @param body a list of data arrays
     * @param most how many rows there may be in all
     * @return the rows in their order
     * @throws BodyException if the frame around the rows is wrong; a wrong row is a {@link Row.Bad}
     */
    public List<Row> read(JsonNode body, int most) {
        if (!body.isArray()) {
            throw ValueReader.expected("", "eine Liste [...]", "a list [...]");
        }
        var rows = new ArrayList<Row>();
        for (int i = 0; i < body.size(); i++) {
            var pointer = Pointers.item("", i);
            var array =
                    new DataArray(series(body.get(i), pointer), columns(body.get(i), pointer), pointer + "/dataArray");
            var data = listed(body.get(i), "dataArray", pointer);
            if (rows.size() + data.size() > most) {
                throw new BodyException(
                        pointer, "höchstens " + most + " Zeilen in einer Anfrage", most + " rows at most in a request");
            }
            for (int row = 0; row < data.size(); row++) {
                rows.add(array.row(data.get(row), row));
            }
        }
        return rows;
    }

    private record Series(Navigation navigation, Link link) {}

    private static Series series(JsonNode array, String pointer) {
        for (var navigation : List.of(Navigation.OBSERVATION_DATASTREAM, Navigation.OBSERVATION_MULTI_DATASTREAM)) {
            var id = array.path(navigation.navigationName()).get(Property.ID.name());
            if (id != null) {
                var at = Pointers.member(pointer, navigation.navigationName());
                return new Series(navigation, new Link.Existing(Ids.read(id, at + "/@iot.id"), at));
            }
        }
        throw ValueReader.expected(
                Pointers.member(pointer, "Datastream"),
                "{\"@iot.id\": ...} eines Datastream oder MultiDatastream",
                "{\"@iot.id\": ...} of a Datastream or MultiDatastream");
    }

    private static JsonNode listed(JsonNode array, String name, String pointer) {
        var list = array.path(name);
        if (!list.isArray()) {
            throw ValueReader.expected(Pointers.member(pointer, name), "eine Liste [...]", "a list [...]");
        }
        return list;
    }

    /** A property, or empty for the feature of interest. */
    private static List<Optional<Property>> columns(JsonNode array, String pointer) {
        var columns = new ArrayList<Optional<Property>>();
        var names = listed(array, "components", pointer);
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i).asText();
            boolean feature = name.equals("FeatureOfInterest/id") || name.equals("FeatureOfInterest/@iot.id");
            var property = EntityType.OBSERVATION.properties().stream()
                    .filter(p -> p.name().equals(name))
                    .findFirst();
            if (property.isEmpty() && !feature) {
                throw ValueReader.expected(
                        Pointers.item(Pointers.member(pointer, "components"), i),
                        "eine Eigenschaft von Observation oder FeatureOfInterest/id",
                        "a property of Observation or FeatureOfInterest/id");
            }
            columns.add(property);
        }
        return columns;
    }

    /** One data array. */
    private final class DataArray {

        private final Series series;
        private final List<Optional<Property>> columns;
        private final String pointer;

        DataArray(Series series, List<Optional<Property>> columns, String pointer) {
            this.series = series;
            this.columns = columns;
            this.pointer = pointer;
        }

        Row row(JsonNode json, int index) {
            try {
                return new Row.Good(draft(json, Pointers.item(pointer, index)));
            } catch (BodyException e) {
                return new Row.Bad(e);
            }
        }

        private Draft draft(JsonNode row, String at) {
            if (!row.isArray() || row.size() != columns.size()) {
                throw ValueReader.expected(
                        at, "eine Liste mit " + columns.size() + " Werten", "a list of " + columns.size() + " values");
            }
            Map<Property, Object> values = new LinkedHashMap<>();
            Map<Navigation, List<Link>> links = new EnumMap<>(Navigation.class);
            links.put(series.navigation(), List.of(series.link()));
            for (int i = 0; i < columns.size(); i++) {
                var place = Pointers.item(at, i);
                var column = columns.get(i);
                if (column.isPresent()) {
                    values.put(column.get(), ValueReader.read(column.get(), row.get(i), place));
                } else {
                    var feature = new Link.Existing(Ids.read(row.get(i), place), place);
                    links.put(Navigation.OBSERVATION_FEATURE_OF_INTEREST, List.of(feature));
                }
            }
            var draft = new Draft(EntityType.OBSERVATION, values, links, at);
            Defaults.add(draft, now);
            return draft;
        }
    }
}
