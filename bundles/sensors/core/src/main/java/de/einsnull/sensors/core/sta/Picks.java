package de.einsnull.sensors.core.sta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.einsnull.sensors.core.store.Results;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Kind;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.model.TimeValue;
import de.einsnull.sensors.sensorthings.query.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The columns that are read of a type of entities, and how they become an item. */
final class Picks {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final double EXACT = 1e15;

    /** Reads columns from an index on into an item. */
    @FunctionalInterface
    private interface Pick {
        void read(ResultSet row, int index, Item item) throws SQLException;
    }

    private final EntityType type;
    private final List<String> columns = new ArrayList<>();
    private final List<Pick> picks = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();

    Picks(EntityType type, String alias, Query query) {
        this.type = type;
        add((row, index, item) -> {}, alias + ".id");
        keys(alias);
        for (Property property : type.properties()) {
            if (query.wants(property)) {
                property(property, alias);
            }
        }
        if (type == EntityType.DATASTREAM || type == EntityType.MULTI_DATASTREAM) {
            area(alias, query);
        }
    }

    private void add(Pick pick, String... its) {
        starts.add(columns.size() + 1);
        columns.addAll(List.of(its));
        picks.add(pick);
    }

    private void keys(String a) {
        switch (type) {
            case HISTORICAL_LOCATION -> one(Navigation.HISTORICAL_LOCATION_THING, a + ".thing_id");
            case DATASTREAM -> {
                one(Navigation.DATASTREAM_THING, a + ".thing_id");
                one(Navigation.DATASTREAM_SENSOR, a + ".sensor_id");
                one(Navigation.DATASTREAM_OBSERVED_PROPERTY, a + ".observed_property_id");
            }
            case MULTI_DATASTREAM -> {
                one(Navigation.MULTI_DATASTREAM_THING, a + ".thing_id");
                one(Navigation.MULTI_DATASTREAM_SENSOR, a + ".sensor_id");
            }
            case OBSERVATION -> add(
                    (row, i, item) -> {
                        item.datastream = row.getLong(i);
                        item.ownFeature = row.getObject(i + 1, Long.class);
                        item.time = instant(row, i + 2);
                        var end = instant(row, i + 3);
                        item.last = end == null ? item.time : end;
                    },
                    a + ".datastream_id",
                    Tables.more(a, "feature_id"),
                    a + ".phenomenon_time",
                    Tables.more(a, "phenomenon_end"));
            default -> {}
        }
    }

    private void one(Navigation navigation, String column) {
        add((row, index, item) -> item.one.put(navigation, row.getLong(index)), column);
    }

    private void property(Property property, String alias) {
        switch (property.kind()) {
            case INSTANT, INTERVAL, TIME -> time(property, alias);
            case ANY -> any(property, alias);
            case TEXT -> add(
                    (row, index, item) -> put(item, property, row.getString(index)),
                    Columns.plain(type, property, alias));
            default -> {
                if (!property.name().equals("observedArea")) {
                    json(property, alias);
                }
            }
        }
    }

    private void json(Property property, String alias) {
        add(
                (row, index, item) -> put(item, property, parse(row.getString(index))),
                Columns.plain(type, property, alias));
    }

    private void any(Property property, String alias) {
        if (property.name().equals("result")) {
            add(
                    (row, index, item) -> {
                        double num = row.getDouble(index);
                        var number = row.wasNull() ? null : num;
                        item.values.put(property, result(number, row.getString(index + 1)));
                    },
                    alias + ".num",
                    alias + ".txt");
        } else {
            json(property, alias);
        }
    }

    private void time(Property property, String alias) {
        var time = Columns.time(type, property, alias);
        boolean interval = property.kind() == Kind.INTERVAL;
        add(
                (row, index, item) -> {
                    var start = instant(row, index);
                    var end = instant(row, index + 1);
                    if (start != null) {
                        boolean stretch = end != null || interval;
                        put(
                                item,
                                property,
                                stretch ? TimeValue.between(start, end == null ? start : end) : TimeValue.at(start));
                    }
                },
                time.start().text(),
                time.end() == null
                        ? "cast(null as timestamp(6) with time zone)"
                        : time.end().text());
    }

    private void area(String a, Query query) {
        var property = type.require("observedArea");
        if (query.wants(property)) {
            add(
                    (row, i, item) -> {
                        var stated = row.getString(i);
                        put(item, property, stated != null ? parse(stated) : Areas.json(row, i + 1));
                    },
                    a + ".observed_area",
                    a + ".area_min_lon",
                    a + ".area_min_lat",
                    a + ".area_max_lon",
                    a + ".area_max_lat");
        }
    }

    String columns() {
        return columns.stream().collect(Collectors.joining(", "));
    }

    /** Number of the first column behind those of the entity. */
    int end() {
        return columns.size() + 1;
    }

    Item read(ResultSet row) throws SQLException {
        var item = new Item(type, row.getLong(1));
        for (int i = 0; i < picks.size(); i++) {
            picks.get(i).read(row, starts.get(i), item);
        }
        return item;
    }

    private static void put(Item item, Property property, Object value) {
        if (value != null) {
            item.values.put(property, value);
        }
    }

    static Instant instant(ResultSet row, int index) throws SQLException {
        var time = row.getObject(index, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static JsonNode parse(String column) {
        try {
            return column == null ? null : JSON.readTree(column);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A column with JSON holds something else", e);
        }
    }

    private static JsonNode result(Double num, String txt) {
        if (txt != null) {
            return txt.startsWith(Results.TEXT) ? TextNode.valueOf(txt.substring(1)) : parse(txt);
        }
        if (num == null) {
            return NullNode.instance;
        }
        return num == Math.rint(num) && Math.abs(num) < EXACT
                ? LongNode.valueOf(num.longValue())
                : DoubleNode.valueOf(num);
    }
}
