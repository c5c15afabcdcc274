package de.einsnull.sensors.core.sta;

import static de.einsnull.sensors.core.sta.Bodies11.datastream;
import static de.einsnull.sensors.core.sta.Bodies11.location;
import static de.einsnull.sensors.core.sta.Bodies11.observation;
import static de.einsnull.sensors.core.sta.Bodies11.station;
import static de.einsnull.sensors.core.sta.Bodies11.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.api.Position;
import de.einsnull.sensors.api.ThingQuery;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.core.TestDatabase.Kind;
import de.einsnull.sensors.sensorthings.store.Failure;
import de.einsnull.sensors.sensorthings.store.Outcome;
import de.einsnull.sensors.sensorthings.store.StoreException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Without these a client could not write what it measures, or the city would not see it. */
class CreationTest {

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aThingIsCreatedWithAllThatBelongsToIt(Kind kind) {
        try (var service = new Service(kind)) {
            long thing = service.post(
                    "Things",
                    thing(
                            "Station",
                            ",\"properties\":{\"kind\":\"weather\",\"a\":{\"b\":[1,2.5]}},\"Locations\":["
                                    + location(8.1, 51.8) + "],\"Datastreams\":["
                                    + datastream(
                                            "D", ",\"Observations\":[" + observation("2026-01-01T10:00:00Z", 7) + "]")
                                    + "]"));

            var read = service.get(
                    "Things(" + thing + ")",
                    "$expand=Locations,HistoricalLocations($expand=Locations),Datastreams($expand=Sensor,"
                            + "ObservedProperty,Observations($expand=FeatureOfInterest))");

            assertThat(read.at("/properties/a/b").toString()).isEqualTo("[1,2.5]");
            assertThat(read.at("/Locations/0/location/coordinates/0").doubleValue())
                    .isEqualTo(8.1);
            assertThat(read.at("/HistoricalLocations/0/Locations/0/@iot.id"))
                    .isEqualTo(read.at("/Locations/0/@iot.id"));
            assertThat(read.at("/Datastreams/0/Sensor/metadata").textValue()).isEqualTo("https://s.example");
            assertThat(read.at("/Datastreams/0/ObservedProperty/definition").textValue())
                    .isEqualTo("urn:temperature");
            assertThat(read.at("/Datastreams/0/Observations/0/result").intValue())
                    .isEqualTo(7);
            assertThat(read.at("/Datastreams/0/Observations/0/FeatureOfInterest/feature/coordinates/1")
                            .doubleValue())
                    .isEqualTo(51.8);
            assertThat(read.at("/Datastreams/0/phenomenonTime").textValue())
                    .isEqualTo("2026-01-01T10:00:00Z/2026-01-01T10:00:00Z");
            assertThat(read.at("/Datastreams/0/observedArea/type").textValue()).isEqualTo("Point");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatIsWrittenIsOnTheCitysMap(Kind kind) {
        try (var service = new Service(kind)) {
            long thing = service.post("Things", station("Station", 8.1, 51.8));
            long stream = service.ids("Things(" + thing + ")/Datastreams").get(0);
            service.patch("Datastreams(" + stream + ")", "{\"properties\":{\"open\":true}}");

            service.post("Datastreams(" + stream + ")/Observations", observation("2026-01-01T10:00:00Z", 21.5));

            var shown = service.platform.directory.things(ThingQuery.open()).items();
            assertThat(shown).singleElement().satisfies(t -> {
                assertThat(t.position()).contains(new Position(8.1, 51.8));
                assertThat(t.datastreams()).singleElement().satisfies(d -> assertThat(
                                d.last().orElseThrow().value())
                        .isEqualTo(Value.of(21.5)));
            });
            service.delete("Things(" + thing + ")");
            assertThat(service.platform.directory.things(ThingQuery.open()).items())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void oneMistakeInsideKeepsEverythingAway(Kind kind) {
        try (var service = new Service(kind)) {
            var broken = thing(
                    "T",
                    ",\"Datastreams\":["
                            + datastream("D", ",\"Observations\":[" + observation("2026-01-01T10:00:00Z", 1) + "]")
                            + "]");

            assertThatThrownBy(() -> service.post("Things", broken))
                    .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.failure())
                            .isInstanceOfSatisfying(Failure.Violated.class, v -> assertThat(v.pointer())
                                    .isEqualTo("/Datastreams/0/Observations/0/FeatureOfInterest")));

            for (String set : List.of("Things", "Datastreams", "Sensors", "ObservedProperties", "Observations")) {
                assertThat(service.ids(set)).as(set).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void linksToNothingAreRefusedWithTheirPlace(Kind kind) {
        try (var service = new Service(kind)) {
            assertThatThrownBy(() -> service.post("Observations", "{\"result\":1,\"Datastream\":{\"@iot.id\":4711}}"))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(((Failure.Violated) e.failure()).pointer())
                                    .startsWith("/Datastream"));
            assertThatThrownBy(() -> service.post("Things(4711)/Locations", location(1, 2)))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Missing.class));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void ofManyObservationsOnlyTheWrongOnesAreRefused(Kind kind) {
        try (var service = new Service(kind)) {
            long thing = service.post("Things", station("Station", 8.1, 51.8));
            long stream = service.ids("Things(" + thing + ")/Datastreams").get(0);
            var good = "{\"result\":%d,\"Datastream\":{\"@iot.id\":" + stream + "}}";

            var outcomes = service.store.createEach(List.of(
                    service.draft("Observations", good.formatted(1)),
                    service.draft("Observations", "{\"result\":2,\"Datastream\":{\"@iot.id\":4711}}"),
                    service.draft("Observations", good.formatted(3))));

            assertThat(outcomes.get(0)).isInstanceOf(Outcome.Created.class);
            assertThat(outcomes.get(1)).isInstanceOf(Outcome.Refused.class);
            assertThat(service.page("Datastreams(" + stream + ")/Observations", "$count=true")
                            .count())
                    .hasValue(2);
            assertThat(service.get("Observations(" + ((Outcome.Created) outcomes.get(2)).id() + ")")
                            .path("result")
                            .intValue())
                    .isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void resultsOfAnyJsonComeBackAsTheyWere(Kind kind) {
        try (var service = new Service(kind)) {
            long thing = service.post("Things", station("Station", 8.1, 51.8));
            long stream = service.ids("Things(" + thing + ")/Datastreams").get(0);
            for (String result : List.of(
                    "1",
                    "-0.25",
                    "12345678901234567890",
                    "1e300",
                    "true",
                    "false",
                    "\"frei\"",
                    "\"\\\"a\\\"\"",
                    "\"\"",
                    "null",
                    "[1,\"a\",null]",
                    "{\"a\":{\"b\":1.5}}",
                    "0.1234567890123456789")) {
                long id = service.post("Datastreams(" + stream + ")/Observations", "{\"result\":" + result + "}");
                var read = service.get("Observations(" + id + ")").path("result");
                assertThat(
                                read.isNumber()
                                        ? read.decimalValue()
                                                .stripTrailingZeros()
                                                .toString()
                                        : read.toString())
                        .isEqualTo(
                                read.isNumber()
                                        ? new BigDecimal(result)
                                                .stripTrailingZeros()
                                                .toString()
                                        : result);
            }
        }
    }
}
