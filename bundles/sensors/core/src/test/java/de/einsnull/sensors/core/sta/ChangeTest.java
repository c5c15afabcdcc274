package de.einsnull.sensors.core.sta;

import static de.einsnull.sensors.core.sta.Bodies11.PROPERTY;
import static de.einsnull.sensors.core.sta.Bodies11.SENSOR;
import static de.einsnull.sensors.core.sta.Bodies11.location;
import static de.einsnull.sensors.core.sta.Bodies11.observation;
import static de.einsnull.sensors.core.sta.Bodies11.station;
import static de.einsnull.sensors.core.sta.Bodies11.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.api.ThingQuery;
import de.einsnull.sensors.core.TestDatabase.Kind;
import de.einsnull.sensors.core.TestPlatform;
import de.einsnull.sensors.sensorthings.store.Failure;
import de.einsnull.sensors.sensorthings.store.StoreException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Without these the store would keep what was taken back, or forget what follows from a change. */
class ChangeTest {

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aThingThatMovesRemembersWhereItWas(Kind kind) {
        try (var service = new Service(kind)) {
            long thing = service.post("Things", station("T", 8, 51));
            long before = service.ids("Things(" + thing + ")/Locations").get(0);
            long stream = service.ids("Things(" + thing + ")/Datastreams").get(0);
            long early =
                    service.post("Datastreams(" + stream + ")/Observations", observation("2026-01-01T10:00:00Z", 1));

            long after = service.post("Things(" + thing + ")/Locations", location(9, 52));
            long late =
                    service.post("Datastreams(" + stream + ")/Observations", observation("2026-01-02T10:00:00Z", 2));

            assertThat(service.ids("Things(" + thing + ")/Locations")).containsExactly(after);
            assertThat(service.ids("Things(" + thing + ")/HistoricalLocations")).hasSize(2);
            assertThat(service.ids("Locations(" + before + ")/HistoricalLocations"))
                    .hasSize(1);
            assertThat(feature(service, early)).isEqualTo(8);
            assertThat(feature(service, late)).isEqualTo(9);
            var area = service.get("Datastreams(" + stream + ")").path("observedArea");
            assertThat(area.path("type").textValue()).isEqualTo("Polygon");
        }
    }

    private static int feature(Service service, long observation) {
        return service.get("Observations(" + observation + ")/FeatureOfInterest")
                .at("/feature/coordinates/0")
                .intValue();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void onlyTheLatestHistoricalLocationMovesItsThing(Kind kind) {
        try (var service = new Service(kind)) {
            long thing = service.post("Things", thing("T", ""));
            long here = service.post("Locations", location(8, 51));
            long there = service.post("Locations", location(8, 52));
            var body = "{\"time\":\"%s\",\"Thing\":{\"@iot.id\":" + thing + "},\"Locations\":[{\"@iot.id\":%d}]}";

            service.post("HistoricalLocations", body.formatted("2016-01-01T07:00:00Z", here));
            assertThat(service.ids("Things(" + thing + ")/Locations")).containsExactly(here);
            service.post("HistoricalLocations", body.formatted("2016-01-01T05:00:00Z", there));

            assertThat(service.ids("Things(" + thing + ")/Locations")).containsExactly(here);
            assertThat(service.ids("Things(" + thing + ")/HistoricalLocations")).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aChangedObservationChangesWhatIsKnownOfItsSeries(Kind kind) {
        try (var service = new Service(kind)) {
            service.post("Things", station("T", 8, 51));
            long stream = service.ids("Datastreams").get(0);
            long first =
                    service.post("Datastreams(" + stream + ")/Observations", observation("2026-01-01T10:00:00Z", 1));
            long second =
                    service.post("Datastreams(" + stream + ")/Observations", observation("2026-02-01T10:00:00Z", 2));

            service.patch(
                    "Observations(" + first + ")",
                    "{\"result\":\"neu\",\"phenomenonTime\":\"2026-05-01T10:00:00Z/2026-05-01T11:00:00Z\","
                            + "\"validTime\":\"2026-05-01T10:00:00Z/2026-05-02T10:00:00Z\",\"parameters\":{\"a\":1}}");

            var read = service.get("Observations(" + first + ")");
            assertThat(read.path("result").textValue()).isEqualTo("neu");
            assertThat(read.path("validTime").textValue()).isEqualTo("2026-05-01T10:00:00Z/2026-05-02T10:00:00Z");
            assertThat(read.at("/parameters/a").intValue()).isEqualTo(1);
            assertThat(service.get("Datastreams(" + stream + ")")
                            .path("phenomenonTime")
                            .textValue())
                    .isEqualTo("2026-02-01T10:00:00Z/2026-05-01T11:00:00Z");
            service.delete("Observations(" + first + ")");
            assertThat(service.get("Datastreams(" + stream + ")")
                            .path("phenomenonTime")
                            .textValue())
                    .isEqualTo("2026-02-01T10:00:00Z/2026-02-01T10:00:00Z");
            assertThat(newest(service, stream)).containsExactly(second);
            service.delete("Observations(" + second + ")");
            assertThat(newest(service, stream)).isEmpty();
            assertThat(service.platform
                            .directory
                            .datastream(stream)
                            .orElseThrow()
                            .last())
                    .isEmpty();
            assertThat(service.get("Datastreams(" + stream + ")").has("phenomenonTime"))
                    .isFalse();
        }
    }

    private static List<Long> newest(Service service, long stream) {
        return service.ids("Datastreams(" + stream + ")/Observations", "$orderby=phenomenonTime desc", "$top=1");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void deletingTakesAlongWhatCannotBeWithoutIt(Kind kind) throws SQLException {
        try (var service = new Service(kind)) {
            ReadingTest.city(service, 3);
            long thing = service.ids("Things").get(0);

            service.delete("Things(" + thing + ")");

            assertThat(service.ids("Datastreams")).hasSize(2);
            assertThat(service.ids("Observations")).hasSize(6);
            assertThat(service.ids("Locations")).hasSize(3);
            assertThat(service.ids("HistoricalLocations")).hasSize(2);
            service.delete("Sensors("
                    + service.ids("Datastreams(" + service.ids("Datastreams").get(0) + ")/Sensor")
                            .get(0) + ")");
            assertThat(service.ids("Datastreams")).hasSize(1);
            var feature =
                    service.ids("Observations(" + service.ids("Observations").get(0) + ")/FeatureOfInterest");
            service.delete("FeaturesOfInterest(" + feature.get(0) + ")");
            assertThat(service.ids("Observations")).isEmpty();
            service.delete("Locations("
                    + service.ids("Things(" + service.ids("Things").get(0) + ")/Locations")
                            .get(0) + ")");
            assertThat(service.ids("HistoricalLocations")).hasSize(1);
            assertThat(service.platform.database.count("observation_more")).isZero();
            assertThat(service.platform.database.count("observation_last")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aFeatureThatWasDeletedIsMadeAgain(Kind kind) {
        try (var service = new Service(kind)) {
            service.post("Things", station("T", 8, 51));
            long stream = service.ids("Datastreams").get(0);
            service.post("Datastreams(" + stream + ")/Observations", observation("2026-01-01T10:00:00Z", 1));
            service.delete(
                    "FeaturesOfInterest(" + service.ids("FeaturesOfInterest").get(0) + ")");

            long again =
                    service.post("Datastreams(" + stream + ")/Observations", observation("2026-01-01T10:00:00Z", 1));

            assertThat(feature(service, again)).isEqualTo(8);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatBelongsToARegisteredDeviceIsNotDeleted(Kind kind) {
        try (var service = new Service(kind)) {
            long thing = service.platform
                    .registry
                    .register(TestPlatform.registration("lora", "A1", ""))
                    .thing();

            assertThatThrownBy(() -> service.delete("Things(" + thing + ")"))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Conflict.class));

            assertThat(service.get("Things(" + thing + ")")
                            .at("/properties/kind")
                            .textValue())
                    .isEqualTo("parking-bay");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatFulfilsAFilterIsDeletedAndNothingElse(Kind kind) {
        try (var service = new Service(kind)) {
            ReadingTest.city(service, 3);
            long stream = service.ids("Datastreams").get(0);

            var path = service.path("Datastreams(" + stream + ")/Observations");
            var filter = service.query("Observations", "$filter=phenomenonTime lt 2026-02-15T00:00:00Z")
                    .filter();
            assertThat(service.store.deleteAll(path, filter)).isEqualTo(2);

            assertThat(service.ids("Observations")).hasSize(7);
            var things = service.query("Things", "$filter=properties/n eq 1").filter();
            assertThat(service.store.deleteAll(service.path("Things"), things)).isEqualTo(1);
            assertThat(service.store.deleteAll(service.path("Observations"), Optional.empty()))
                    .isEqualTo(4);
            assertThat(service.ids("Things")).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aMultiDatastreamKeepsItsPropertiesInOrder(Kind kind) {
        try (var service = new Service(kind)) {
            long thing = service.post("Things", station("T", 8, 51));
            long one = service.post("ObservedProperties", PROPERTY);
            long two = service.post("ObservedProperties", PROPERTY);
            var unit = "{\"name\":\"n\",\"symbol\":\"s\",\"definition\":\"d\"}";
            var body = "{\"name\":\"M\",\"description\":\"m\",\"multiObservationDataTypes\":[\"a\",\"b\",\"c\"],"
                    + "\"unitOfMeasurements\":[" + unit + "," + unit + "," + unit + "],\"Thing\":{\"@iot.id\":" + thing
                    + "},\"Sensor\":" + SENSOR + ",\"ObservedProperties\":[{\"@iot.id\":" + two + "},{\"@iot.id\":"
                    + one
                    + "},{\"@iot.id\":" + two + "}]}";

            long multi = service.post("MultiDatastreams", body);

            var set = "MultiDatastreams(" + multi + ")/ObservedProperties";
            assertThat(service.ids(set)).containsExactly(two, one, two);
            assertThat(service.ids("ObservedProperties(" + two + ")/MultiDatastreams"))
                    .containsExactly(multi);
            assertThat(service.ids("Datastreams")).hasSize(1).doesNotContain(multi);
            var observations = "MultiDatastreams(" + multi + ")/Observations";
            assertThatThrownBy(() -> service.post(observations, "{\"result\":[1,2]}"))
                    .isInstanceOf(StoreException.class);
            long observation = service.post(observations, "{\"result\":[1,2,3]}");
            assertThat(service.ids("Observations(" + observation + ")/MultiDatastream"))
                    .containsExactly(multi);
            service.store.unlink(service.path(set + "(" + one + ")"));
            assertThat(service.ids(set)).containsExactly(two, two);
            assertThat(service.get("MultiDatastreams(" + multi + ")")
                            .path("multiObservationDataTypes")
                            .toString())
                    .isEqualTo("[\"a\",\"c\"]");
        }
    }

    /** A clerk who notes something must not publish by that. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void aSeriesIsOpenedAndClosedOnlyByWord(Kind kind) {
        try (var service = new Service(kind)) {
            service.post("Things", station("T", 8, 51));
            var stream = "Datastreams(" + service.ids("Datastreams").get(0) + ")";

            service.patch(stream, "{\"properties\":{\"open\":false,\"channel\":\"occupied\"}}");
            service.patch(stream, "{\"properties\":{\"note\":\"checked\"}}");

            assertThat(service.platform.directory.things(ThingQuery.open()).items())
                    .isEmpty();
            service.patch(stream, "{\"properties\":{\"open\":true}}");
            assertThat(service.platform.directory.things(ThingQuery.open()).items())
                    .singleElement()
                    .satisfies(t -> assertThat(t.datastream("occupied")).isPresent());
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void severalCallsAreOneTransaction(Kind kind) {
        try (var service = new Service(kind)) {
            assertThatThrownBy(() -> service.store.together(() -> {
                        service.post("Things", thing("T", ""));
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            assertThat(service.ids("Things")).isEmpty();

            long thing = service.store.together(() -> service.post("Things", thing("T", "")));

            assertThat(service.ids("Things")).containsExactly(thing);
        }
    }
}
