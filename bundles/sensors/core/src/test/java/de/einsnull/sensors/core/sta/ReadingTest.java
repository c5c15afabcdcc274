package de.einsnull.sensors.core.sta;

import static de.einsnull.sensors.core.sta.Bodies11.datastream;
import static de.einsnull.sensors.core.sta.Bodies11.location;
import static de.einsnull.sensors.core.sta.Bodies11.observation;
import static de.einsnull.sensors.core.sta.Bodies11.station;
import static de.einsnull.sensors.core.sta.Bodies11.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.core.TestDatabase.Kind;
import de.einsnull.sensors.core.TestPlatform;
import de.einsnull.sensors.sensorthings.query.Query;
import de.einsnull.sensors.sensorthings.store.Failure;
import de.einsnull.sensors.sensorthings.store.StoreException;
import de.einsnull.sensors.sensorthings.store.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Without these a client would get other entities than it asked for, or not all of them. */
class ReadingTest {

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aMapGetsThingsWithPlacesAndNewestValues(Kind kind) {
        try (var service = new Service(kind)) {
            city(service, 5);

            var page = service.get(
                    "Things",
                    "$count=true",
                    "$expand=Locations($select=location),Datastreams($select=name;$expand=Observations("
                            + "$orderby=phenomenonTime desc;$top=1;$count=true))");

            assertThat(page.path("@iot.count").longValue()).isEqualTo(5);
            assertThat(texts(page, "/name")).containsExactly("S0", "S1", "S2", "S3", "S4");
            assertThat(page.at("/value/3/Locations/0/location/coordinates/0").doubleValue())
                    .isEqualTo(8.3);
            assertThat(page.at("/value/3/Datastreams/0/Observations/0/result").intValue())
                    .isEqualTo(32);
            assertThat(page.at("/value/3/Datastreams/0/Observations@iot.count").intValue())
                    .isEqualTo(3);
            assertThat(page.at("/value/3/Datastreams/0/Observations@iot.nextLink")
                            .isMissingNode())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void pathsLeadToWhatTheyNameAndNowhereElse(Kind kind) {
        try (var service = new Service(kind)) {
            city(service, 2);
            long first = service.ids("Things").get(0);
            long second = service.ids("Things").get(1);
            long stream = service.ids("Things(" + first + ")/Datastreams").get(0);
            long observation =
                    service.ids("Datastreams(" + stream + ")/Observations").get(0);

            assertThat(service.get("Things(" + first + ")/Datastreams(" + stream + ")/Observations(" + observation
                                    + ")/Datastream/Thing")
                            .path("name")
                            .textValue())
                    .isEqualTo("S0");
            var feature = service.ids("Observations(" + observation + ")/FeatureOfInterest");
            assertThat(service.ids("FeaturesOfInterest(" + feature.get(0) + ")/Observations"))
                    .hasSize(3)
                    .contains(observation);
            assertThat(service.ids("Observations(" + observation + ")/MultiDatastream"))
                    .isEmpty();
            for (String path : List.of(
                    "Things(" + second + ")/Datastreams(" + stream + ")",
                    "Things(" + second + ")/Datastreams(" + stream + ")/Observations",
                    "Things(4711)",
                    "Datastreams(4711)/Observations",
                    "Observations(4711)")) {
                assertThatThrownBy(() -> service.ids(path))
                        .as(path)
                        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.failure())
                                .isInstanceOf(Failure.Missing.class));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void pagesFollowEachOtherWithoutGapsAndRepetitions(Kind kind) {
        try (var service = new Service(kind)) {
            city(service, 4);
            for (String order : List.of("id", "phenomenonTime", "phenomenonTime desc", "result desc", "")) {
                var all = new ArrayList<Long>();
                var query = service.query("Observations", order.isEmpty() ? "$skip=0" : "$orderby=" + order, "$top=5");
                var page = service.store.read(service.path("Observations"), query, Visibility.ALL);
                page.entities().forEach(e -> all.add(e.id()));
                while (page.more()) {
                    query = next(query, page.next());
                    page = service.store.read(service.path("Observations"), query, Visibility.ALL);
                    page.entities().forEach(e -> all.add(e.id()));
                }
                assertThat(all).as(order).hasSize(12).doesNotHaveDuplicates();
            }
        }
    }

    private static Query next(Query q, Optional<String> token) {
        long skip = token.isPresent() ? 0 : q.skip() + q.top();
        return new Query(
                q.filter(),
                q.orderBy(),
                q.select(),
                q.distinct(),
                q.expand(),
                q.top(),
                skip,
                q.count(),
                q.format(),
                token);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void setsComeInTheOrderThatIsAskedFor(Kind kind) {
        try (var service = new Service(kind)) {
            city(service, 3);

            assertThat(texts(service.get("Things", "$orderby=name desc"), "/name"))
                    .containsExactly("S2", "S1", "S0");
            assertThat(texts(service.get("Datastreams", "$orderby=Thing/name desc,id"), "/name"))
                    .containsExactly("S2", "S1", "S0");
            assertThat(texts(service.get("Observations", "$orderby=result desc", "$top=2"), "/result"))
                    .containsExactly("22", "21");
            assertThat(texts(service.get("Things", "$orderby=properties/n desc"), "/name"))
                    .containsExactly("S2", "S1", "S0");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void thePublicSeesOpenSeriesOnly(Kind kind) {
        try (var service = new Service(new TestPlatform(kind), true)) {
            city(service, 2);
            long secret = service.post(
                    "Things",
                    thing(
                            "Secret",
                            ",\"Locations\":[" + location(9, 52) + "],\"Datastreams\":["
                                    + datastream(
                                            "X",
                                            ",\"properties\":{\"open\":false},\"Observations\":["
                                                    + observation("2026-01-01T10:00:00Z", 1) + "]")
                                    + "]"));

            for (String set : List.of(
                    "Things", "Locations", "Datastreams", "Sensors", "ObservedProperties", "HistoricalLocations")) {
                assertThat(service.get(Visibility.OPEN, set, "$count=true", "$top=1")
                                .path("@iot.count")
                                .intValue())
                        .as(set)
                        .isEqualTo(2);
            }
            assertThat(service.get(Visibility.OPEN, "Observations", "$count=true")
                            .path("@iot.count")
                            .intValue())
                    .isEqualTo(6);
            assertThat(service.get(Visibility.OPEN, "Things", "$filter=Datastreams/name eq 'X'")
                            .path("value"))
                    .isEmpty();
            assertThatThrownBy(() -> service.get(Visibility.OPEN, "Things(" + secret + ")"))
                    .isInstanceOf(StoreException.class);
            var newest = new String[] {"$orderby=phenomenonTime desc", "$top=1"};
            long hidden = service.ids("Things(" + secret + ")/Datastreams").get(0);
            assertThatThrownBy(() -> service.get(Visibility.OPEN, "Datastreams(" + hidden + ")/Observations", newest))
                    .isInstanceOf(StoreException.class);
            long open = service.ids("Datastreams").get(0);
            assertThat(service.get(Visibility.OPEN, "Datastreams(" + open + ")/Observations", newest)
                            .path("value"))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void equalSelectionsComeOnce(Kind kind) {
        try (var service = new Service(kind)) {
            city(service, 4);

            var page = service.page("Things", "$select=distinct:description", "$count=true");

            assertThat(page.entities()).hasSize(1);
            assertThat(page.count()).hasValue(1);
        }
    }

    static void city(Service service, int things) {
        for (int i = 0; i < things; i++) {
            long thing = service.post("Things", station("S" + i, 8 + i / 10.0, 51.8));
            service.patch("Things(" + thing + ")", "{\"properties\":{\"n\":" + i + "}}");
            long stream = service.ids("Things(" + thing + ")/Datastreams").get(0);
            for (int j = 0; j < 3; j++) {
                service.post(
                        "Datastreams(" + stream + ")/Observations",
                        observation("2026-0" + (1 + j) + "-01T10:00:00Z", 10 * i + j));
            }
        }
    }

    private static List<String> texts(JsonNode page, String pointer) {
        return StreamSupport.stream(page.path("value").spliterator(), false)
                .map(n -> n.at(pointer).asText())
                .toList();
    }
}
