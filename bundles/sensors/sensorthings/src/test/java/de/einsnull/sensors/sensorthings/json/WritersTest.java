package de.einsnull.sensors.sensorthings.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.sensorthings.Things;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.parse.Limits;
import de.einsnull.sensors.sensorthings.parse.QueryParser;
import de.einsnull.sensors.sensorthings.query.Query;
import de.einsnull.sensors.sensorthings.query.ResourcePath;
import de.einsnull.sensors.sensorthings.store.Entity;
import de.einsnull.sensors.sensorthings.store.Page;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Clients of the standard look for these names; whoever gets others finds nothing. */
class WritersTest {

    private static final Addresses ADDRESSES = new Addresses("http://city.example/sensorthings/v1.1");
    private static final QueryParser PARSER = new QueryParser(Limits.usual());

    private interface Writing {
        void to(JsonGenerator out) throws IOException;
    }

    private static JsonNode written(Writing writing) throws IOException {
        var text = new StringWriter();
        try (var out = new Bodies().mapper().createGenerator(text)) {
            writing.to(out);
        }
        return Things.json(text.toString());
    }

    private static Page page(boolean more, Entity... entities) {
        return new Page(List.of(entities), OptionalLong.of(9), more, Optional.empty());
    }

    private static Entity observation(long id, String result, Navigation absent) {
        var series = absent == Navigation.OBSERVATION_DATASTREAM
                ? Things.of(EntityType.MULTI_DATASTREAM, 5).make()
                : Things.of(EntityType.DATASTREAM, 4).make();
        var to = absent == Navigation.OBSERVATION_DATASTREAM
                ? Navigation.OBSERVATION_MULTI_DATASTREAM
                : Navigation.OBSERVATION_DATASTREAM;
        return Things.of(EntityType.OBSERVATION, id)
                .with("phenomenonTime", "2015-03-01T00:00:00Z/2015-03-02T00:00:00Z")
                .with("result", result)
                .with(to, series)
                .make(absent);
    }

    private static Query query(EntityType type, String text) {
        return PARSER.query(type, text);
    }

    @Test
    void anEntityWithItsLinks() throws IOException {
        var json = written(out -> new EntityWriter(ADDRESSES)
                .entity(out, observation(1, "null", Navigation.OBSERVATION_MULTI_DATASTREAM), Query.all()));

        assertThat(json.get("@iot.id").longValue()).isEqualTo(1);
        assertThat(json.get("@iot.selfLink").textValue()).isEqualTo(ADDRESSES.base() + "/Observations(1)");
        assertThat(json.get("phenomenonTime").textValue()).isEqualTo("2015-03-01T00:00:00Z/2015-03-02T00:00:00Z");
        assertThat(json.get("result").isNull()).isTrue();
        assertThat(json.get("resultTime").isNull()).isTrue();
        assertThat(json.has("parameters")).isFalse();
        assertThat(json.get("Datastream@iot.navigationLink").textValue())
                .isEqualTo(ADDRESSES.base() + "/Observations(1)/Datastream");
        assertThat(json.has("MultiDatastream@iot.navigationLink")).isFalse();
    }

    @Test
    void onlyWhatWasSelected() throws IOException {
        var thing = Things.of(EntityType.THING, 1)
                .with("name", "a")
                .with("properties", "{\"a\":{\"b\":1,\"c\":2},\"d\":[7,8]}")
                .make();

        var json = written(out -> new EntityWriter(ADDRESSES)
                .entity(out, thing, query(EntityType.THING, "$select=properties/a/b,properties/d[1],Datastreams")));

        assertThat(json)
                .isEqualTo(Things.json(
                        "{\"properties\":{\"a\":{\"b\":1},\"d\":{\"[1]\":8}},\"Datastreams@iot.navigationLink\":\""
                                + ADDRESSES.base() + "/Things(1)/Datastreams\"}"));
    }

    @Test
    void whatWasExpandedStandsInsideAndSaysWhereItGoesOn() throws IOException {
        var datastream = Things.of(EntityType.DATASTREAM, 4)
                .with("name", "d")
                .with(
                        Navigation.DATASTREAM_SENSOR,
                        Things.of(EntityType.SENSOR, 3).make())
                .make();
        var thing = Things.of(EntityType.THING, 1)
                .with(Navigation.THING_DATASTREAMS, page(true, datastream))
                .make();
        var query =
                query(EntityType.THING, "$expand=Datastreams($top=1;$count=true;$expand=Sensor;$orderby=name desc)");

        var json = written(out -> new EntityWriter(ADDRESSES).entity(out, thing, query));

        assertThat(json.get("Datastreams@iot.count").intValue()).isEqualTo(9);
        assertThat(json.at("/Datastreams/0/@iot.id").intValue()).isEqualTo(4);
        assertThat(json.at("/Datastreams/0/Sensor/@iot.id").intValue()).isEqualTo(3);
        assertThat(json.at("/Datastreams/0").has("Thing@iot.navigationLink")).isFalse();
        var next = json.get("Datastreams@iot.nextLink").textValue();
        assertThat(next).startsWith(ADDRESSES.base() + "/Things(1)/Datastreams?");
        var again = query(EntityType.DATASTREAM, next.substring(next.indexOf('?') + 1));
        assertThat(again.skip()).isEqualTo(1);
        assertThat(again.orderBy()).hasSize(1);
        assertThat(again.expand()).hasSize(1);
    }

    @Test
    void aPageSaysItsCountFirstAndThenWhereItGoesOn() throws IOException {
        var thing = Things.of(EntityType.THING, 1).with("name", "a").make();
        var text = new StringWriter();
        try (var out = new Bodies().mapper().createGenerator(text)) {
            new EntityWriter(ADDRESSES)
                    .page(out, page(true, thing), query(EntityType.THING, "$select=name"), Optional.of("next"));
        }

        assertThat(text).hasToString("{\"@iot.count\":9,\"@iot.nextLink\":\"next\",\"value\":[{\"name\":\"a\"}]}");
        assertThat(written(out -> new EntityWriter(ADDRESSES).references(out, page(false, thing), Optional.empty()))
                        .at("/value/0"))
                .isEqualTo(Things.json("{\"@iot.selfLink\":\"" + ADDRESSES.base() + "/Things(1)\"}"));
    }

    @Test
    void dataArraysHaveOneForEachSeries() throws IOException {
        var page = page(
                true,
                observation(1, "5", Navigation.OBSERVATION_MULTI_DATASTREAM),
                observation(2, "[1,2]", Navigation.OBSERVATION_DATASTREAM),
                observation(3, "6", Navigation.OBSERVATION_MULTI_DATASTREAM));
        var query = query(EntityType.OBSERVATION, "$select=id,result,resultTime&$resultFormat=dataArray");

        var json = written(out -> new DataArrayWriter(ADDRESSES).page(out, page, query, Optional.of("n")));

        assertThat(json.get("value")).hasSize(2);
        assertThat(json.at("/value/0/Datastream@iot.navigationLink").textValue())
                .isEqualTo(ADDRESSES.base() + "/Datastreams(4)");
        assertThat(json.at("/value/0/components")).isEqualTo(Things.json("[\"id\",\"result\",\"resultTime\"]"));
        assertThat(json.at("/value/0/dataArray@iot.count").intValue()).isEqualTo(2);
        assertThat(json.at("/value/0/dataArray")).isEqualTo(Things.json("[[1,5,null],[3,6,null]]"));
        assertThat(json.at("/value/1/MultiDatastream@iot.navigationLink").textValue())
                .endsWith("/MultiDatastreams(5)");
        assertThat(DataArrayWriter.needed(query).expand())
                .extracting("navigation")
                .containsExactly(Navigation.OBSERVATION_DATASTREAM, Navigation.OBSERVATION_MULTI_DATASTREAM);
    }

    @Test
    void geoJsonTakesThePlaceOfTheEntityOrOfWhatBelongsToIt() throws IOException {
        var location = Things.of(EntityType.LOCATION, 2)
                .with("location", "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[8,52]}}")
                .make();
        var thing = Things.of(EntityType.THING, 1)
                .with("name", "a")
                .with(Navigation.THING_LOCATIONS, location)
                .make();
        var nowhere =
                Things.of(EntityType.THING, 3).with(Navigation.THING_LOCATIONS).make();
        var query = query(EntityType.THING, "$expand=Locations&$resultFormat=GeoJSON");

        var json = written(
                out -> new GeoJsonWriter(ADDRESSES).page(out, page(false, thing, nowhere), query, Optional.empty()));

        assertThat(json.get("type").textValue()).isEqualTo("FeatureCollection");
        assertThat(json.at("/features/0/geometry/coordinates/0").intValue()).isEqualTo(8);
        assertThat(json.at("/features/0/properties/name").textValue()).isEqualTo("a");
        assertThat(json.at("/features/1/geometry").isNull()).isTrue();
    }

    @Test
    void csvRepeatsAnEntityForEachThatBelongsToIt() throws IOException {
        var thing = Things.of(EntityType.THING, 1)
                .with("name", "Markt, \"alt\"")
                .with(
                        Navigation.THING_DATASTREAMS,
                        Things.of(EntityType.DATASTREAM, 4).with("name", "d").make(),
                        Things.of(EntityType.DATASTREAM, 5).with("name", "e").make())
                .make();
        var alone = Things.of(EntityType.THING, 2)
                .with("name", "x")
                .with(Navigation.THING_DATASTREAMS)
                .make();
        var text = new StringWriter();

        new CsvWriter()
                .page(
                        text,
                        page(false, thing, alone),
                        EntityType.THING,
                        query(EntityType.THING, "$select=id,name&$expand=Datastreams($select=name)"));

        assertThat(text)
                .hasToString(
                        "id,name,Datastreams/name\r\n1,\"Markt, \"\"alt\"\"\",d\r\n1,\"Markt, \"\"alt\"\"\",e\r\n2,x,\r\n");
    }

    /** A clerk opens the table in a spreadsheet, and what a stranger wrote must not run there. */
    @Test
    void csvHoldsNoFormulas() throws IOException {
        var text = new StringWriter();
        var names = List.of("=1+1", "+49 123", "-x", "@SUM(A1)", "\tx", "\rx", "-5.5", "a=b");

        new CsvWriter()
                .page(
                        text,
                        page(
                                false,
                                names.stream()
                                        .map(n -> Things.of(EntityType.THING, 1)
                                                .with("name", n)
                                                .make())
                                        .toArray(Entity[]::new)),
                        EntityType.THING,
                        query(EntityType.THING, "$select=name"));

        assertThat(text)
                .hasToString("name\r\n'=1+1\r\n'+49 123\r\n'-x\r\n'@SUM(A1)\r\n'\tx\r\n\"'\rx\"\r\n-5.5\r\na=b\r\n");
    }

    @Test
    void partsOfAnEntity() {
        var thing = Things.of(EntityType.THING, 1)
                .with("name", "a")
                .with("properties", "{\"l\":[[1,2]],\"n\":null}")
                .make();

        assertThat(value(thing, "name")).contains("a");
        assertThat(value(thing, "@iot.id")).contains(1L);
        assertThat(value(thing, "properties/l[0][1]")).contains(Things.json("2"));
        assertThat(value(thing, "properties/n")).isEmpty();
        assertThat(value(thing, "properties/x/y")).isEmpty();
        assertThat(value(thing, "description")).isEmpty();
        assertThat(PartWriter.name(part("properties/l[0][1]"))).isEqualTo("l[0][1]");
        assertThat(PartWriter.name(part("name"))).isEqualTo("name");
    }

    private static ResourcePath.Value part(String path) {
        return (ResourcePath.Value) PARSER.path("Things(1)/" + path).part();
    }

    private static Optional<Object> value(Entity thing, String path) {
        return PartWriter.value(thing, part(path), ADDRESSES);
    }

    @Test
    void addressesOfPaths() {
        assertThat(ADDRESSES.of(PARSER.path("Observations(1)/Datastream/Thing/Locations")
                        .entities()))
                .isEqualTo(ADDRESSES.base() + "/Observations(1)/Datastream/Thing/Locations");
    }
}
