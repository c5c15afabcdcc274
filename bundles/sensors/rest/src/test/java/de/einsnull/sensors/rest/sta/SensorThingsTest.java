package de.einsnull.sensors.rest.sta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.web.api.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Without these clients of the standard would not find the city's data, or would find what is not open. */
class SensorThingsTest {

    private static final String BASE = "http://city.example/sensorthings/v1.1";

    private final SensorThings service = new SensorThings(City.directory());

    @Test
    void theRootListsTheEntitySetsWithTheirAddresses() {
        var root = get("");

        assertThat(root.get("value")).hasSize(7);
        assertThat(root.at("/value/0/name").asText()).isEqualTo("Things");
        assertThat(root.at("/value/0/url").asText()).isEqualTo(BASE + "/Things");
    }

    @Test
    void aThingCarriesItsAnnotations() {
        var thing = get("Things(1)");

        assertThat(thing.get("@iot.id").asLong()).isEqualTo(1);
        assertThat(thing.get("@iot.selfLink").asText()).isEqualTo(BASE + "/Things(1)");
        assertThat(thing.get("Datastreams@iot.navigationLink").asText()).isEqualTo(BASE + "/Things(1)/Datastreams");
        assertThat(thing.at("/properties/height").asText()).isEqualTo("2");
        assertThat(thing.at("/properties/kind").asText()).isEqualTo("weather");
    }

    @Test
    void whatIsNotOpenIsNowhere() {
        assertThat(get("Datastreams").get("value")).hasSize(2);
        assertThat(get("Things(2)/Datastreams").get("value")).hasSize(1);
        assertThat(get("Sensors").get("value")).hasSize(1);
        assertThat(get("ObservedProperties").get("value")).hasSize(1);
        assertProblem("Datastreams(21)", Map.of(), 404);
        assertProblem("Observations('21-0-0')", Map.of(), 404);
    }

    @Test
    void everyLinkThatIsGivenLeadsSomewhere() {
        var seen = new ArrayList<String>();
        var waiting = new ArrayList<>(
                List.of("Things", "Locations", "Datastreams", "Sensors", "ObservedProperties", "FeaturesOfInterest"));
        while (!waiting.isEmpty()) {
            var path = waiting.remove(0);
            if (seen.contains(path)) {
                continue;
            }
            seen.add(path);
            var answer = get(path, Map.of("$top", "3"));
            answer.findValuesAsText("@iot.selfLink").forEach(l -> waiting.add(relative(l)));
            for (var node : answer.has("value") ? answer.get("value") : List.of(answer)) {
                node.properties().stream()
                        .filter(p -> p.getKey().endsWith("@iot.navigationLink"))
                        .forEach(p -> waiting.add(relative(p.getValue().asText())));
            }
        }

        assertThat(seen).hasSizeGreaterThan(30).contains("Datastreams(11)/Observations", "Things(1)/Locations");
    }

    private static String relative(String link) {
        assertThat(link).startsWith(BASE + "/");
        return link.substring(BASE.length() + 1);
    }

    @Test
    void aDatastreamHasItsUnit() {
        var unit = get("Datastreams(11)/unitOfMeasurement").get("unitOfMeasurement");

        assertThat(unit.get("symbol").asText()).isEqualTo("°C");
        assertThat(unit.get("definition").asText()).isEqualTo("ucum:Cel");
        assertThat(get("Datastreams(11)/observationType").get("observationType").asText())
                .endsWith("OM_Measurement");
    }

    @Test
    void aLocationIsAPointOfGeoJson() {
        var location = get("Things(1)/Locations").at("/value/0/location");

        assertThat(location.get("type").asText()).isEqualTo("Point");
        assertThat(location.at("/coordinates/0").asDouble()).isEqualTo(8.1);
        assertThat(get("Things(2)/Locations").get("value")).isEmpty();
    }

    @Test
    void followingNextLinksGivesEachObservationOnce() {
        var results = new ArrayList<Integer>();
        var query = Map.of("$top", "100", "$orderby", "phenomenonTime asc", "$count", "true");
        for (var path = "Datastreams(11)/Observations"; !query.isEmpty(); ) {
            var page = get(path, query);
            assertThat(page.get("@iot.count").asInt()).isEqualTo(250);
            page.get("value").forEach(o -> results.add(o.get("result").asInt()));
            query = page.has("@iot.nextLink") ? query(page.get("@iot.nextLink").asText()) : Map.of();
        }

        assertThat(results).hasSize(250).doesNotHaveDuplicates().isSorted();
    }

    private static Map<String, String> query(String link) {
        var query = new HashMap<String, String>();
        for (String pair : link.substring(link.indexOf('?') + 1).split("&")) {
            var sides = pair.split("=");
            query.put(sides[0], java.net.URLDecoder.decode(sides[1], java.nio.charset.StandardCharsets.UTF_8));
        }
        return query;
    }

    @Test
    void theNewestObservationComesFirstAndCanBeReadByItsId() {
        var newest = get("Datastreams(11)/Observations", Map.of("$top", "1")).at("/value/0");

        assertThat(newest.get("result").asInt()).isEqualTo(249);
        var again = get(relative(newest.get("@iot.selfLink").asText()));
        assertThat(again).isEqualTo(newest);
        assertThat(get(relative(newest.get("@iot.selfLink").asText()) + "/Datastream")
                        .get("@iot.id")
                        .asLong())
                .isEqualTo(11);
    }

    @Test
    void entitiesCanBeSortedAndSelected() {
        var page = get("Things", Map.of("$orderby", "name", "$select", "name,id", "$count", "true", "$top", "1"));

        assertThat(page.at("/value/0").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("@iot.id", "name");
        assertThat(page.at("/value/0/name").asText()).isEqualTo("Bauhof");
        assertThat(page.get("@iot.nextLink").asText()).contains("$skip=1").contains("$orderby=name");
        assertThat(get("Things", Map.of("$orderby", "id desc"))
                        .at("/value/0/@iot.id")
                        .asLong())
                .isEqualTo(2);
    }

    @Test
    void propertiesReferencesAndPlainValuesCanBeRead() {
        assertThat(get("Things(1)/name").toString()).isEqualTo("{\"name\":\"Rathaus\"}");
        assertThat(service.get(BASE, "Things(1)/name/$value", Map.of())).isEqualTo("Rathaus");
        assertThat(get("Things/$ref").at("/value/1/@iot.selfLink").asText()).isEqualTo(BASE + "/Things(2)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nothing",
                "Things(99)",
                "Things(x)",
                "Things()",
                "Things(1)/Nothing",
                "Things(1)/Datastreams(99)",
                "Things(1)/name/more",
                "Observations('x')",
                "Observations('11-1-1')",
                "Observations('11-99999999999999999999-1')",
                "a/b/c/d/e/f/g",
                "Things(1)//name",
                "Things(1)/Datastreams@iot.navigationLink",
                "../secret",
            })
    void whatIsNotThereIsNotFound(String path) {
        assertProblem(path, Map.of(), 404);
    }

    @ParameterizedTest
    @CsvSource({
        "$filter, name eq 'x', 501",
        "$expand, Datastreams, 501",
        "$top, -1, 400",
        "$top, many, 400",
        "$skip, 1.5, 400",
        "$count, maybe, 400",
        "$orderby, name sideways, 400",
        "$orderby, properties, 400",
        "$orderby, nothing, 400",
        "$wish, 1, 400",
    })
    void anOptionThatIsWrongOrNotYetThereIsSaid(String option, String value, int status) {
        assertProblem("Things", Map.of(option, value), status);
    }

    @Test
    void observationsOfAllDatastreamsAreNotListedYet() {
        assertProblem("Observations", Map.of(), 501);
    }

    @Test
    void parametersOfOthersAreLeftAlone() {
        assertThat(get("Things", Map.of("lang", "de")).get("value")).hasSize(2);
        assertThat(get("Things", Map.of("$top", "0")).get("value")).isEmpty();
        assertThat(get("Datastreams(11)/Observations", Map.of("$top", "0", "$count", "true"))
                        .get("@iot.count")
                        .asInt())
                .isEqualTo(250);
    }

    private JsonNode get(String path) {
        return get(path, Map.of());
    }

    private JsonNode get(String path, Map<String, String> query) {
        return (JsonNode) service.get(BASE, path, query);
    }

    private void assertProblem(String path, Map<String, String> query, int status) {
        assertThatThrownBy(() -> service.get(BASE, path, query))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(status));
    }
}
