package de.einsnull.sensors.rest.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.einsnull.web.api.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What programs of the city write must be kept as they wrote it, or be refused. */
class WritingTest {

    private final Api api = new Api();
    private long thing;
    private long stream;

    @BeforeEach
    void city() {
        thing = api.station("Markt");
        stream = api.datastream(thing);
    }

    @Test
    void whatIsCreatedHasAnAddress() {
        var answer = api.send("POST", "Datastreams(" + stream + ")/Observations", "{`result`: 5}");

        assertThat(answer.status()).isEqualTo(201);
        var observation = api.json(answer.location().orElseThrow().substring(Api.BASE.length() + 1));
        assertThat(observation.get("phenomenonTime").textValue()).isEqualTo("2026-11-24T12:00:00Z");
        assertThat(observation.get("resultTime").isNull()).isTrue();
    }

    @Test
    void onlyStaffWrites() {
        for (var method : new String[] {"POST", "PATCH", "PUT", "DELETE"}) {
            var refusal = catchThrowableOfType(
                    ProblemException.class,
                    () -> api.call(Api.ANYBODY, method, "Things(" + thing + ")", Answer.JSON, "{}"));
            assertThat(refusal.problem().status()).isEqualTo(401);
        }
        var citizen = new Caller("1", Api.ANYBODY.visibility(), false, Api.BASE);
        assertThat(catchThrowableOfType(
                                ProblemException.class,
                                () -> api.call(citizen, "POST", "CreateObservations", Answer.JSON, "[]"))
                        .problem()
                        .status())
                .isEqualTo(403);
        assertThat(api.get("Things(" + thing + ")").status()).isEqualTo(200);
    }

    @Test
    void changesReplacementsAndPatches() {
        var path = "Things(" + thing + ")";

        assertThat(api.status("PATCH", path, "{`description`: `neu`}")).isEqualTo(200);
        assertThat(api.json(path).get("description").textValue()).isEqualTo("neu");
        assertThat(api.json(path).at("/properties/height").intValue()).isEqualTo(2);
        var patch =
                "[{`op`:`move`,`from`:`/properties/height`,`path`:`/properties/size`},{`op`:`replace`,`path`:`/name`,`value`:`b`}]";
        assertThat(api.call(Api.STAFF, "PATCH", path, "application/json-patch+json", patch)
                        .status())
                .isEqualTo(200);
        assertThat(api.json(path).at("/properties/size").intValue()).isEqualTo(2);
        assertThat(api.json(path).get("name").textValue()).isEqualTo("b");
        assertThat(api.status("PUT", path, "{`name`: `c`, `description`: `d`}")).isEqualTo(200);
        assertThat(api.json(path).has("properties")).isFalse();
        assertThat(api.json(path + "/Datastreams").get("value")).hasSize(1);
    }

    @Test
    void aPatchThatCannotBeDoneChangesNothing() {
        var path = "Things(" + thing + ")";
        var patch = "[{`op`:`replace`,`path`:`/name`,`value`:`b`},{`op`:`test`,`path`:`/description`,`value`:`x`}]";

        var refusal = catchThrowableOfType(
                ProblemException.class, () -> api.call(Api.STAFF, "PATCH", path, "application/json-patch+json", patch));

        assertThat(refusal.problem().fields().get(0).pointer()).isEqualTo("/1");
        assertThat(api.json(path).get("name").textValue()).isEqualTo("Markt");
    }

    @Test
    void movingAThingIsRemembered() {
        var location = api.post(
                "Locations",
                "{`name`:`Park`,`description`:``,`encodingType`:`application/geo+json`,`location`:{`type`:`Point`,`coordinates`:[8,52]}}");

        api.send("PATCH", "Things(" + thing + ")", "{`Locations`: [{`@iot.id`: " + location + "}]}");

        assertThat(api.json("Things(" + thing + ")/Locations")
                        .at("/value/0/name")
                        .textValue())
                .isEqualTo("Park");
        assertThat(api.json("Things(" + thing + ")/HistoricalLocations").get("value"))
                .hasSize(2);
    }

    @Test
    void linksAreMadeAndTaken() {
        var second = api.post("Things", "{`name`:`b`,`description`:``}");
        var location = api.json("Things(" + thing + ")/Locations")
                .at("/value/0/@iot.id")
                .longValue();
        var links = "Things(" + second + ")/Locations/$ref";

        assertThat(api.status("POST", links, "{`@iot.id`: " + location + "}")).isEqualTo(204);
        assertThat(api.json("Things(" + second + ")/Locations").get("value")).hasSize(1);
        assertThat(api.status("DELETE", links + "?$id=../../Sensors(" + location + ")", ""))
                .isEqualTo(400);
        assertThat(api.status("DELETE", links, "")).isEqualTo(400);
        assertThat(api.status("DELETE", links + "?$id=../../Locations(-1)", "")).isEqualTo(404);
        assertThat(api.status("DELETE", links + "?$id=../../Locations(" + location + ")", ""))
                .isEqualTo(204);
        assertThat(api.json("Things(" + second + ")/Locations").get("value")).isEmpty();
        var self = "{`@iot.selfLink`: `" + Api.BASE + "/Things(" + second + ")`}";
        assertThat(api.status("PUT", "Datastreams(" + stream + ")/Thing/$ref", self))
                .isEqualTo(204);
        assertThat(api.json("Datastreams(" + stream + ")/Thing").get("name").textValue())
                .isEqualTo("b");
    }

    @Test
    void deletingTakesAlongWhatCannotBeWithoutIt() {
        api.post("Datastreams(" + stream + ")/Observations", "{`result`: 5}");

        assertThat(api.status("DELETE", "Things(" + thing + ")", "")).isEqualTo(200);

        assertThat(api.json("Observations").get("value")).isEmpty();
        assertThat(api.json("Locations").get("value")).hasSize(1);
        assertThat(api.status("DELETE", "Things(" + thing + ")", "")).isEqualTo(404);
    }

    @Test
    void deletingFromASetNeedsAFilter() {
        for (int i = 0; i < 4; i++) {
            api.post("Datastreams(" + stream + ")/Observations", "{`result`: " + i + "}");
        }
        var set = "Datastreams(" + stream + ")/Observations";

        assertThat(api.status("DELETE", set, "")).isEqualTo(400);
        assertThat(api.status("DELETE", set + "?$filter=result lt 2", "")).isEqualTo(200);
        assertThat(api.json(set).get("value")).hasSize(2);
    }

    @Test
    void observationsInBulkAreEachTheirOwn() {
        var body =
                "[{`Datastream`:{`@iot.id`:%d},`components`:[`phenomenonTime`,`result`,`FeatureOfInterest/id`],`dataArray`:["
                        + "[`2026-01-01T00:00:00Z`,1,99999],[`yesterday`,2,1]]},"
                        + "{`Datastream`:{`@iot.id`:%d},`components`:[`phenomenonTime`,`result`],`dataArray`:[[`2026-01-01T00:00:00Z`,3]]}]";

        var answer = api.send("POST", "CreateObservations", body.formatted(stream, stream));

        assertThat(answer.status()).isEqualTo(201);
        var lines = Api.text(answer).split("\",\"");
        assertThat(lines).hasSize(3);
        assertThat(lines[0]).contains("error").contains("FeatureOfInterest");
        assertThat(lines[1]).contains("error").contains("/0/dataArray/1/0");
        assertThat(lines[2]).contains(Api.BASE + "/Observations(");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST|Things|{`name`:`a`}|400|/description",
                "POST|Things|nonsense|400|''",
                "POST|Datastreams(%d)/Observations|{`result`:1,`Datastream`:{`@iot.id`:99999}}|400|/Datastream",
                "POST|Datastreams(99999)/Observations|{`result`:1}|404|''",
                "POST|Datastreams(%d)|{}|405|''",
                "POST|Datastreams(%d)/name|{}|405|''",
                "PATCH|Datastreams|{}|405|''",
                "PUT|Datastreams(%d)|{`name`:`a`}|400|/description",
                "PATCH|Datastreams(%d)|{`Sensor`:{`name`:`x`}}|400|/Sensor",
                "DELETE|''|''|405|''",
                "GET|$batch|''|405|''",
            })
    void whatCannotBeIsRefusedWithItsPlace(String method, String address, String body, int status, String pointer) {
        var refusal = catchThrowableOfType(
                ProblemException.class,
                () -> api.send(method, address.formatted(stream).replace("''", ""), body.replace("''", "")));

        assertThat(refusal).as(address).isNotNull();
        assertThat(refusal.problem().status()).isEqualTo(status);
        if (!pointer.isEmpty()) {
            assertThat(refusal.problem().fields().get(0).pointer()).isEqualTo(pointer);
        }
    }

    @Test
    void aFormIsNoJson() {
        var refusal = catchThrowableOfType(
                ProblemException.class,
                () -> api.call(Api.STAFF, "POST", "Things", "application/x-www-form-urlencoded", "name=a"));

        assertThat(refusal.problem().status()).isEqualTo(415);
    }
}
