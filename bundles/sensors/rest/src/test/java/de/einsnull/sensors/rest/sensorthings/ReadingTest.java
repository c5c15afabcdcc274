package de.einsnull.sensors.rest.sensorthings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.sensorthings.store.Visibility;
import de.einsnull.web.api.ProblemException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients of SensorThings read: maps, dashboards and other cities' programs. */
class ReadingTest {

    private final Api api = new Api();
    private long thing;
    private long stream;

    @BeforeEach
    void city() {
        thing = api.station("Markt");
        stream = api.datastream(thing);
        for (int hour = 1; hour <= 5; hour++) {
            api.post(
                    "Datastreams(" + stream + ")/Observations",
                    "{`phenomenonTime`: `2026-01-01T0%d:00:00Z`, `result`: %d}".formatted(hour, hour * 2));
        }
    }

    /** A client must not look for MQTT where there is none, and must find it where there is. */
    @Test
    void theRootSaysWhereElseTheServiceIs() {
        var requirement = "http://www.opengis.net/spec/iot_sensing/1.1/req/receive-updates-via-mqtt/receive-updates";
        assertThat(api.json("").at("/serverSettings/conformance").toString()).doesNotContain("mqtt");

        api.bindings()
                .add(() -> Map.of(
                        requirement,
                        List.of(URI.create("mqtt://0.0.0.0:1883"), URI.create("ws://127.0.0.1:8083/mqtt"))));

        var settings = api.json("").get("serverSettings");
        assertThat(settings.get("conformance").toString()).contains(requirement);
        assertThat(settings.get(requirement).get("endpoints"))
                .extracting(e -> e.textValue())
                .containsExactly("mqtt://city.example:1883", "ws://127.0.0.1:8083/mqtt");
    }

    @Test
    void theRootNamesSetsAndWhatTheApiCan() {
        var root = api.json("");

        assertThat(root.get("value")).hasSize(9);
        assertThat(root.at("/value/0/url").textValue()).isEqualTo(Api.BASE + "/Things");
        assertThat(root.get("value").findValuesAsText("name"))
                .contains("MultiDatastreams")
                .doesNotContain("Tasks");
        var conformance = new ArrayList<String>();
        root.at("/serverSettings/conformance").forEach(c -> conformance.add(c.textValue()));
        assertThat(conformance)
                .contains(
                        "http://www.opengis.net/spec/iot_sensing/1.1/req/datamodel",
                        "http://www.opengis.net/spec/iot_sensing/1.1/req/batch-request/batch-request");
    }

    /** The example of Masterportal's sensor layer: things with place, series and last value in one request. */
    @Test
    void aMapAsksOnce() {
        var json = api.json("Things?$filter=startswith(name,'M')&$expand=Locations,Datastreams($expand=Observations("
                + "$top=1;$orderby=phenomenonTime desc;$select=result,phenomenonTime),ObservedProperty)");

        assertThat(json.at("/value/0/Locations/0/location/coordinates/1").doubleValue())
                .isEqualTo(51.82);
        assertThat(json.at("/value/0/Datastreams/0/ObservedProperty/name").textValue())
                .isEqualTo("temperature");
        var last = json.at("/value/0/Datastreams/0/Observations");
        assertThat(last).hasSize(1);
        assertThat(last.at("/0/result").intValue()).isEqualTo(10);
        assertThat(last.get(0).has("@iot.id")).isFalse();
        assertThat(json.at("/value/0/Datastreams/0")
                        .get("Observations@iot.nextLink")
                        .textValue())
                .startsWith(Api.BASE + "/Datastreams(" + stream + ")/Observations?$top=1&$skip=1");
    }

    @Test
    void followingNextLinksGivesEachOnce() {
        var results = new ArrayList<Integer>();
        var address = "Datastreams(" + stream + ")/Observations?$top=2&$count=true&$orderby=result desc";
        while (address != null) {
            var page = api.json(address);
            assertThat(page.get("@iot.count").intValue()).isEqualTo(5);
            page.get("value").forEach(o -> results.add(o.get("result").intValue()));
            address = page.has("@iot.nextLink")
                    ? page.get("@iot.nextLink").textValue().substring(Api.BASE.length() + 1)
                    : null;
        }

        assertThat(results).containsExactly(10, 8, 6, 4, 2);
    }

    @Test
    void everyLinkThatIsGivenLeadsSomewhere() {
        var waiting = new ArrayList<String>();
        api.json("").get("value").forEach(s -> waiting.add(s.get("url").textValue()));
        var seen = new ArrayList<String>();
        while (!waiting.isEmpty()) {
            var link = waiting.remove(0);
            if (seen.contains(link) || link.chars().filter(c -> c == '/').count() > 7) {
                continue;
            }
            seen.add(link);
            links(api.json(link.substring(Api.BASE.length() + 1)), waiting);
        }

        assertThat(seen).hasSizeGreaterThan(40);
    }

    private static void links(JsonNode json, ArrayList<String> found) {
        json.properties().forEach(p -> {
            if (p.getKey().endsWith("Link")) {
                found.add(p.getValue().textValue());
            }
            links(p.getValue(), found);
        });
        if (json.isArray()) {
            json.forEach(item -> links(item, found));
        }
    }

    @Test
    void propertiesAndTheirBareValues() {
        var path = "Things(" + thing + ")/";

        assertThat(api.json(path + "name")).hasToString("{\"name\":\"Markt\"}");
        assertThat(Api.text(api.get(path + "name/$value"))).isEqualTo("Markt");
        assertThat(api.get(path + "name/$value").contentType()).startsWith("text/plain");
        assertThat(api.json(path + "properties/list[1]")).hasToString("{\"list[1]\":2}");
        assertThat(Api.text(api.get(path + "properties/list[1]/$value"))).isEqualTo("2");
        assertThat(Api.text(api.get(path + "properties/$value"))).isEqualTo("{\"height\":2,\"list\":[1,2]}");
        assertThat(api.get(path + "properties/missing").status()).isEqualTo(204);
        assertThat(api.json(path + "id")).hasToString("{\"@iot.id\":" + thing + "}");
    }

    @Test
    void addressesAlone() {
        var references = api.json("Things(" + thing + ")/Datastreams/$ref");

        assertThat(references.at("/value/0"))
                .hasToString("{\"@iot.selfLink\":\"" + Api.BASE + "/Datastreams(" + stream + ")\"}");
        assertThat(api.json("Datastreams(" + stream + ")/Thing/$ref"))
                .hasToString("{\"@iot.selfLink\":\"" + Api.BASE + "/Things(" + thing + ")\"}");
    }

    @Test
    void otherFormats() {
        var path = "Datastreams(" + stream + ")/Observations?$top=2&$select=result&$resultFormat=";

        var array = api.json(path + "dataArray");
        assertThat(array.at("/value/0/Datastream@iot.navigationLink").textValue())
                .endsWith("Datastreams(" + stream + ")");
        assertThat(array.at("/value/0/dataArray")).hasToString("[[2],[4]]");
        assertThat(array.get("@iot.nextLink").textValue()).contains("$resultFormat=dataArray");
        assertThat(Api.text(api.get(path + "CSV"))).isEqualTo("result\r\n2\r\n4\r\n");
        assertThat(api.get(path + "CSV").contentType()).startsWith("text/csv");
        var features = api.json("Things?$expand=Locations&$resultFormat=GeoJSON");
        assertThat(features.at("/features/0/geometry/coordinates/0").doubleValue())
                .isEqualTo(8.14);
        assertThat(api.get("Things?$resultFormat=GeoJSON").contentType()).isEqualTo("application/geo+json");
    }

    @Test
    void whoIsNobodySeesWhatIsOpen() {
        api.call(Api.ANYBODY, "GET", "Things", "", "");
        assertThat(api.store().asked()).isEqualTo(Visibility.OPEN);
        api.get("Things");
        assertThat(api.store().asked()).isEqualTo(Visibility.ALL);
    }

    @Test
    void oneEntityTakesNoNoticeOfOptionsForSets() {
        assertThat(api.get("Things(" + thing + ")?$count=true&$top=2&$skip=1").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Things(99999)|404|Thing",
                "Things(99999)/Datastreams|404|Thing",
                "Nothings|404|character 1",
                "Things?$filter=name eq|400|$filter, character 8: expected a value",
                "Things?$filter=nam eq 'x'|400|$filter, character 1: ",
                "Things?$expand=Sensors|400|$expand, character 1: ",
                "Things?$top=x|400|$top, character 1: ",
                "Things?$resultFormat=dataArray|400|Observations only",
                "CreateObservations|404|character 1",
            })
    void aRefusalSaysWhatWasExpectedWhere(String address, int status, String detail) {
        var refusal = catchThrowableOfType(ProblemException.class, () -> api.get(address));

        assertThat(refusal).as(address).isNotNull();
        assertThat(refusal.problem().status()).isEqualTo(status);
        assertThat(refusal.problem().detail().en()).containsIgnoringCase(detail);
        assertThat(refusal.problem().detail().de()).isNotBlank();
    }
}
