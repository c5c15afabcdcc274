package de.einsnull.sensors.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.sensors.api.ObservationQuery;
import de.einsnull.sensors.api.Position;
import de.einsnull.sensors.api.ThingQuery;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.core.TestDatabase;
import de.einsnull.sensors.core.TestDatabase.Kind;
import de.einsnull.sensors.core.TestPlatform;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Without these a city would lose its devices and their history with an update of the platform. */
class UpgradeTest {

    private static final List<String> CITY = List.of(
            "insert into sensor (id, model, name, datasheet) values (1, 'nps405', 'Nwave', 'https://e.example/\"a\"')",
            "insert into observed_property (id, definition, name) values (2, 'urn:occupied', 'Belegung')",
            "insert into location (id, name, longitude, latitude) values (3, 'Bucht 1', 8.145, 51.825)",
            "insert into thing (id, name, description, kind, group_name, demo, location_id, properties) values"
                    + " (4, 'Bucht 1', '', 'parking-bay', 'Am \"Markt\"', true, 3, '{\"accessible\":\"true\"}')",
            "insert into thing (id, name, description, kind, group_name, demo, location_id, properties) values"
                    + " (5, 'Ohne Ort', '', 'soil', '', false, null, '{}')",
            "insert into historical_location (id, thing_id, location_id, since) values"
                    + " (6, 4, 3, timestamp with time zone '2026-01-01 00:00:00+00')",
            "insert into datastream (id, thing_id, sensor_id, observed_property_id, name, channel, value_type, unit,"
                    + " name_key, is_open, licence) values (7, 4, 1, 2, 'Belegung, Bucht 1', 'occupied', 'BOOLEAN', '',"
                    + " 'sensors.channel.occupied', true, 'CC0-1.0'), (8, 5, 1, 2, 'Bodenfeuchte', 'soil_moisture',"
                    + " 'NUMBER', '%', 'sensors.channel.soil_moisture', true, '')",
            "insert into device (id, thing_id, instance, external_id, model, is_open, licence) values"
                    + " (9, 4, 'lora', 'A1', 'nps405', true, 'CC0-1.0'), (10, 5, 'lora', 'A2', '', true, '')",
            "insert into observation (datastream_id, phenomenon_time, seq, result_time, num, flag, txt) values"
                    + " (7, timestamp with time zone '2026-01-31 23:59:59+00', 4, timestamp with time zone"
                    + " '2026-02-01 00:00:00+00', null, false, null),"
                    + " (7, timestamp with time zone '2026-02-01 10:00:00+00', 5, timestamp with time zone"
                    + " '2026-02-01 10:00:00+00', null, true, null),"
                    + " (8, timestamp with time zone '1999-01-01 10:00:00+00', 9000000000, timestamp with time zone"
                    + " '2026-02-01 10:00:00+00', 20.5, null, null),"
                    + " (8, timestamp with time zone '2026-02-01 11:00:00+00', 1, timestamp with time zone"
                    + " '2026-02-01 10:00:00+00', null, null, 'nass')");

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everythingIsThereAfterAnUpgrade(Kind kind) throws Exception {
        try (var database = filled(kind)) {
            database.upgrade();
            try (var test = new TestPlatform(database)) {
                var thing = test.directory.thing(4).orElseThrow();
                assertThat(thing.position()).contains(new Position(8.145, 51.825));
                assertThat(thing.group()).isEqualTo("Am \"Markt\"");
                assertThat(thing.properties()).containsOnlyKeys("accessible").containsEntry("accessible", "true");
                assertThat(thing.datastream("occupied").orElseThrow().last())
                        .hasValueSatisfying(o -> assertThat(o.value()).isEqualTo(Value.of(true)));
                assertThat(test.directory
                                .observations(7, ObservationQuery.newest(10))
                                .items())
                        .extracting(o -> o.value())
                        .containsExactly(Value.of(true), Value.of(false));
                assertThat(test.directory
                                .observations(8, ObservationQuery.newest(10))
                                .items())
                        .extracting(o -> o.value())
                        .containsExactly(Value.of("nass"), Value.of(20.5));
                assertThat(test.directory.things(ThingQuery.open()).total()).isEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatIsStoredAfterAnUpgradeHasNewIdsAndIsToldFromWhatWasThere(Kind kind) throws Exception {
        try (var database = filled(kind)) {
            database.upgrade();
            try (var test = new TestPlatform(database)) {
                var known = test.directory
                        .observations(7, ObservationQuery.newest(1))
                        .items();
                var store = test.database.database().observations();

                int again = test.database
                        .database()
                        .inTransaction(c -> store.store(c, known))
                        .size();
                long id = test.database.database().inTransaction(store::nextId);

                assertThat(again).isZero();
                assertThat(id).isGreaterThan(4);
                assertThat(test.database.count("observation")).isEqualTo(4);
                assertThat(test.database.count("thing_location where thing_id = 4 and location_id = 3"))
                        .isEqualTo(1);
                assertThat(test.database.count("historical_location_location where location_id = 3"))
                        .isEqualTo(1);
                assertThat(test.database.count("feature_of_interest where id = 3"))
                        .isEqualTo(1);
                assertThat(test.database.count("observation_last where datastream_id = 8 and observations = 2"))
                        .isEqualTo(1);
            }
        }
    }

    private static TestDatabase filled(Kind kind) throws SQLException {
        var database = new TestDatabase(kind, "2");
        database.database().inTransaction(c -> {
            try (var statement = c.createStatement()) {
                for (String sql : CITY) {
                    statement.execute(sql);
                }
            }
            return true;
        });
        return database;
    }
}
