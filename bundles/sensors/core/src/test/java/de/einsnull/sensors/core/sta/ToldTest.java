package de.einsnull.sensors.core.sta;

import static de.einsnull.sensors.core.sta.Bodies11.datastream;
import static de.einsnull.sensors.core.sta.Bodies11.location;
import static de.einsnull.sensors.core.sta.Bodies11.observation;
import static de.einsnull.sensors.core.sta.Bodies11.station;
import static de.einsnull.sensors.core.sta.Bodies11.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.core.TestDatabase.Kind;
import de.einsnull.sensors.core.TestPlatform;
import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.query.Query;
import de.einsnull.sensors.sensorthings.store.EntityChange;
import de.einsnull.sensors.sensorthings.store.EntityChange.What;
import de.einsnull.sensors.sensorthings.store.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who listens must hear of everything that was committed and of nothing else; who is not to see a series must not. */
class ToldTest {

    private final List<EntityChange> told = new ArrayList<>();

    private Service service(Kind kind) {
        var service = new Service(kind);
        service.platform.ingest.listenToEntities(told::addAll);
        return service;
    }

    private List<String> told(What what) {
        var lines = told.stream()
                .filter(c -> c.what() == what)
                .map(c -> c.type().entityName()
                        + c.properties().stream()
                                .map(Property::name)
                                .sorted()
                                .collect(Collectors.joining(",", " ", "")))
                .map(String::strip)
                .toList();
        told.removeIf(c -> c.what() == what);
        return lines;
    }

    /** What a program writes is for the town hall alone until somebody opens it; a test suite knows of no such thing. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void aNewSeriesIsInternalUnlessSomebodySaysOtherwise(Kind kind) {
        for (boolean conformance : new boolean[] {false, true}) {
            try (var service = new Service(new TestPlatform(kind), conformance)) {
                service.post("Things", station("T", 8, 51));
                var open = datastream("o", ",\"properties\":{\"open\":true}");
                service.post("Things", thing("U", ",\"Datastreams\":[" + open + "]"));

                assertThat(service.store
                                .read(service.path("Datastreams"), Query.all(), Visibility.OPEN)
                                .entities())
                        .hasSize(conformance ? 2 : 1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everythingThatIsCreatedAlongIsTold(Kind kind) {
        try (var service = service(kind)) {
            service.post("Things", station("T", 8, 51));
            assertThat(told(What.CREATED))
                    .containsExactlyInAnyOrder(
                            "Thing", "Location", "HistoricalLocation", "Sensor", "ObservedProperty", "Datastream");

            long stream = service.ids("Datastreams").get(0);
            service.post("Datastreams(" + stream + ")/Observations", observation("2026-01-01T10:00:00Z", 1));
            assertThat(told(What.CREATED)).containsExactlyInAnyOrder("FeatureOfInterest", "Observation");
            assertThat(told(What.FOLLOWED)).containsExactly("Datastream observedArea,phenomenonTime,resultTime");
            service.store.createEach(List.of(
                    service.draft("Observations", "{\"result\":1,\"Datastream\":{\"@iot.id\":" + stream + "}}"),
                    service.draft("Observations", "{\"result\":1,\"Datastream\":{\"@iot.id\":987654}}")));
            assertThat(told(What.CREATED)).containsExactly("Observation");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aChangeNamesThePropertiesThatAreOthersNow(Kind kind) {
        try (var service = service(kind)) {
            long id = service.post("Things", station("T", 8, 51));
            told(What.CREATED);

            service.patch("Things(" + id + ")", "{\"name\":\"T\",\"description\":\"neu\"}");
            assertThat(told(What.CHANGED)).containsExactly("Thing description");
            long place = service.post("Locations", location(9, 52));
            told(What.CREATED);
            service.patch("Things(" + id + ")", "{\"Locations\":[{\"@iot.id\":" + place + "}]}");
            assertThat(told(What.CHANGED)).containsExactly("Thing");
            assertThat(told(What.CREATED)).containsExactly("HistoricalLocation");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatIsRolledBackIsNotTold(Kind kind) {
        try (var service = service(kind)) {
            assertThatThrownBy(() -> service.store.together(() -> {
                        service.post("Things", thing("T", ""));
                        throw new IllegalStateException("broken");
                    }))
                    .hasMessage("broken");

            assertThat(told).isEmpty();
        }
    }
}
