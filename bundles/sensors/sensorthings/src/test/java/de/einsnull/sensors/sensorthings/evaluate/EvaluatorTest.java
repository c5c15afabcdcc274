package de.einsnull.sensors.sensorthings.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.sensorthings.Things;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.parse.Limits;
import de.einsnull.sensors.sensorthings.parse.QueryParser;
import de.einsnull.sensors.sensorthings.store.Entity;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The databases are held to what this says; where it is wrong, every answer is. */
class EvaluatorTest {

    private static final QueryParser PARSER = new QueryParser(Limits.usual());
    private static final Evaluator EVALUATOR = new Evaluator(Instant.parse("2026-01-01T00:00:00Z"));

    private static boolean matches(Entity entity, String filter) {
        return EVALUATOR.matches(PARSER.filter(entity.type(), filter), entity);
    }

    private static Entity datastream(long id, String name, String property, String... results) {
        var observations = Stream.of(results)
                .map(r -> Things.of(EntityType.OBSERVATION, 1).with("result", r).make())
                .toArray(Entity[]::new);
        return Things.of(EntityType.DATASTREAM, id)
                .with("name", name)
                .with(
                        Navigation.DATASTREAM_OBSERVED_PROPERTY,
                        Things.of(EntityType.OBSERVED_PROPERTY, 1)
                                .with("name", property)
                                .make())
                .with(Navigation.DATASTREAM_OBSERVATIONS, observations)
                .make();
    }

    private static Entity station() {
        return Things.of(EntityType.THING, 7)
                .with("name", "Wetterstation Markt")
                .with(
                        "properties",
                        "{\"int\":5,\"text\":\"5\",\"yes\":true,\"yesText\":\"true\",\"none\":null,"
                                + "\"list\":[1,\"a\",[2]],\"in\":{\"x-y\":1.5},\"since\":\"2020-05-01T00:00:00Z\"}")
                .with(
                        Navigation.THING_DATASTREAMS,
                        datastream(1, "Luft", "temperature", "4", "9.5"),
                        datastream(2, "Boden", "moisture", "30"))
                .with(Navigation.THING_LOCATIONS)
                .make();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name eq 'Wetterstation Markt'",
                "id eq 7 and id ne 8",
                "properties/int eq 5 and properties/int eq '5' and properties/text eq '5'",
                "properties/int eq properties/text",
                "properties/yes eq true and properties/yes eq properties/yesText and properties/yes",
                "properties/list[0] eq 1 and properties/list[1] eq 'a' and properties/list[2][0] eq 2",
                "properties/in/x-y gt 1.4 and properties/in/x-y eq 1.5",
                "properties/none eq null and properties/missing eq null and properties/int ne null",
                "properties/since lt 2021-01-01T00:00:00Z",
                "5 in (4,properties/int) and 'a' in properties/list and 1 in properties/list",
                "properties/int add 1 eq 6 and -properties/int eq -5 and 7 mod properties/int eq 2",
                "1 div 4 eq 0.25 and 0.1 add 0.2 gt 0.3 and 2 mul 3 sub 1 eq 5 and -7 mod 3 eq -1",
                "round(2.5) eq 3 and round(-2.5) eq -3 and floor(-1.5) eq -2 and ceiling(-1.5) eq -1",
                "substringof('station',name) and contains(name,'Markt') and startswith(name,'Wetter') and endswith(name,'t')",
                "length(name) eq 19 and indexof(name,'Markt') eq 14 and indexof(name,'x') eq -1",
                "substring(name,14) eq 'Markt' and substring(name,0,6) eq 'Wetter' and substring(name,99) eq ''",
                "substring(name,-2,3) eq 'Wet' and substring(name,17,50) eq 'kt'",
                "tolower(name) eq 'wetterstation markt' and toupper('ß') eq 'SS' and trim('  a ') eq 'a'",
                "concat(concat(name,' '),properties/int) eq 'Wetterstation Markt 5'",
                "length('\uD83D\uDE00a') eq 2 and '\uD83D\uDE00' gt '\uFFFD' and 'b' gt 'a' and 'a' gt 'B'",
                "not (name eq 'x') and (name eq 'x' or true) and not (true and false)",
            })
    void holds(String filter) {
        assertThat(matches(station(), filter)).as(filter).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name eq 'wetterstation markt'",
                "properties/text eq 5",
                "not (properties/text eq 5)",
                "properties/yesText",
                "not properties/yesText",
                "properties/yesText eq true",
                "properties/list eq 'x'",
                "properties/missing gt 3 or properties/missing le 3",
                "not (properties/missing eq 3)",
                "properties/missing eq 3 and name ne null or properties/none ne null",
                "1 div 0 eq 0 or 1 mod 0 eq 0 or 1 div 0 ne 0",
                "properties/text add 1 eq 6",
                "7 in properties/list or 'b' in properties/list or 1 in properties/int",
                "properties/int in (4,properties/missing)",
                "not (properties/int in (4,properties/missing))",
                "length(properties/missing) eq 0",
                "properties/in/x-y/z eq 1 or properties/list/x eq 1 or properties/in[0] eq 1",
            })
    void doesNotHold(String filter) {
        assertThat(matches(station(), filter)).as(filter).isFalse();
    }

    /** One Datastream has to fulfil the whole condition; with any, each any may find its own. */
    @Test
    void waysThroughSetsMeanOneRelatedEntity() {
        var thing = station();

        assertThat(matches(thing, "Datastreams/name eq 'Luft' and Datastreams/ObservedProperty/name eq 'temperature'"))
                .isTrue();
        assertThat(matches(thing, "Datastreams/name eq 'Luft' and Datastreams/ObservedProperty/name eq 'moisture'"))
                .isFalse();
        assertThat(matches(thing, "Datastreams/Observations/result gt 9 and Datastreams/Observations/result lt 10"))
                .isTrue();
        assertThat(matches(thing, "Datastreams/Observations/result gt 9.7 and Datastreams/Observations/result lt 10"))
                .isFalse();
        assertThat(matches(thing, "Datastreams/any(d:d/name eq 'Luft') and Datastreams/any(d:d/name eq 'Boden')"))
                .isTrue();
        assertThat(matches(
                        thing,
                        "Datastreams/any(d:d/Observations/any(o:o/result gt properties/int and d/name eq 'Luft'))"))
                .isTrue();
        assertThat(matches(thing, "Datastreams/any(d:d/Observations/any(o:o/result gt 10 and d/name eq 'Luft'))"))
                .isFalse();
    }

    @Test
    void whereNothingIsRelatedItsPropertiesAreNull() {
        assertThat(matches(station(), "Locations/id eq null")).isTrue();
        assertThat(matches(station(), "Locations/name ne 'x'")).isFalse();
        assertThat(matches(station(), "Datastreams/id eq null")).isFalse();
        assertThat(matches(station(), "not Locations/any(l:l/name eq 'x')")).isTrue();
    }

    @Test
    void whatWasNotReadAlongIsAnErrorAndNotNull() {
        assertThatThrownBy(() -> matches(station(), "HistoricalLocations/id eq null"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatHasToBeReadAlongIsKnown() {
        var filter = PARSER.filter(
                EntityType.THING,
                "Datastreams/any(d:d/Observations/any(o:o/result gt 1)) and Locations/name eq 'a' and length(name) gt 1");

        var expands = Needed.expands(List.of(filter), 500);

        assertThat(expands)
                .extracting("navigation")
                .containsExactly(Navigation.THING_LOCATIONS, Navigation.THING_DATASTREAMS);
        assertThat(expands.get(1).query().expand())
                .extracting("navigation")
                .containsExactly(Navigation.DATASTREAM_OBSERVATIONS);
        assertThat(expands.get(1).query().top()).isEqualTo(500);
    }

    private static Entity observation(long id, String result) {
        return Things.of(EntityType.OBSERVATION, id).with("result", result).make();
    }

    @Test
    void numbersComeBeforeTextsAndNullFirst() {
        var entities = List.of(
                observation(1, "\"b\""),
                observation(2, "10"),
                observation(3, "9.5"),
                observation(4, "null"),
                observation(5, "\"a\""),
                observation(6, "10"));

        assertThat(sorted(entities, "$orderby=result")).containsExactly(4L, 3L, 2L, 6L, 5L, 1L);
        assertThat(sorted(entities, "$orderby=result%20desc")).containsExactly(1L, 5L, 2L, 6L, 3L, 4L);
        assertThat(sorted(entities, "$orderby=result%20desc,id%20desc")).containsExactly(1L, 5L, 6L, 2L, 3L, 4L);
        assertThat(sorted(entities, "")).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    private static List<Long> sorted(List<Entity> entities, String query) {
        var orders = PARSER.query(EntityType.OBSERVATION, query).orderBy();
        return entities.stream().sorted(EVALUATOR.order(orders)).map(Entity::id).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Point|[8,53]|st_equals(location,geography'POINT(8 53)')|true",
                "Point|[8,53]|geo.distance(location,geography'POINT(8 54)') eq 1|true",
                "Point|[8,53]|geo.length(location) eq 0|true",
                "Point|[8,53]|st_within(location,geography'POLYGON((7 52,9 52,9 54,7 54,7 52))')|true",
                "Point|[8,53]|st_contains(geography'POLYGON((7 52,9 52,9 54,7 54,7 52))',location)|true",
                "Point|[8,53]|st_disjoint(location,geography'POINT(1 1)')|true",
                "Point|[8,53]|st_touches(geography'POLYGON((8 53,7.5 54.5,8.5 54.5,8 53))',location)|true",
                "Point|[8,53]|st_relate(location,geography'POINT(8 53)','0FFFFFFF2')|true",
                "LineString|[[5,52],[6,53]]|geo.length(location) gt 1.41|true",
                "LineString|[[4,52],[8,52]]|st_crosses(geography'LINESTRING(7.5 51.5,7.5 53.5)',location)|true",
                "LineString|[[4,52],[8,52]]|geo.intersects(location,geography'LINESTRING(7.5 51,7.5 54)')|true",
                "Polygon|[[[8,53],[7,52],[7,53],[8,53]]]|st_overlaps(geography'POLYGON((7.5 51.5,7.5 53.5,8.5 53.5,8.5 51.5,7.5 51.5))',location)|true",
                "Polygon|[[[8,53],[7,52],[7,53],[8,53]]]|geo.length(location) eq 0|true",
                "Polygon|[[[8,53],[7,52]]]|st_intersects(location,location) or st_disjoint(location,location)|false",
                "Point|[]|st_intersects(location,location)|false",
                "Point|['8',53]|geo.distance(location,location) eq 0|false",
            })
    void places(String type, String coordinates, String filter, boolean holds) {
        var location = Things.of(EntityType.LOCATION, 1)
                .with("location", "{\"type\":\"" + type + "\",\"coordinates\":" + coordinates.replace('\'', '"') + "}")
                .make();

        assertThat(matches(location, filter)).as(filter).isEqualTo(holds);
    }

    @Test
    void featuresAndCollectionsArePlacesToo() {
        var point = "{\"type\":\"Point\",\"coordinates\":[8,53,100]}";
        for (var json : List.of(
                "{\"type\":\"Feature\",\"geometry\":" + point + "}",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":" + point + "}]}",
                "{\"type\":\"GeometryCollection\",\"geometries\":[" + point + "]}",
                "{\"type\":\"MultiPoint\",\"coordinates\":[[8,53]]}")) {
            var location =
                    Things.of(EntityType.LOCATION, 1).with("location", json).make();
            assertThat(matches(location, "st_intersects(location,geography'POINT(8 53)')"))
                    .as(json)
                    .isTrue();
        }
        var endless = "{\"type\":\"Feature\",\"geometry\":".repeat(30) + point + "}".repeat(30);
        assertThat(GeoJson.read(Things.json(endless))).isEmpty();
    }
}
