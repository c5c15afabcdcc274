package de.einsnull.sensors.sensorthings.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.sensorthings.Things;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.model.TimeValue;
import de.einsnull.sensors.sensorthings.store.Draft;
import de.einsnull.sensors.sensorthings.store.Link;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client writes must arrive as it meant it, or be refused with the place of its mistake. */
class EntityReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Bodies BODIES = new Bodies();

    private static Draft created(EntityType type, String body) {
        return new EntityReader(NOW).created(type, Optional.empty(), BODIES.read(body));
    }

    @Test
    void aThingWithAllThatBelongsToIt() {
        var thing = created(
                EntityType.THING,
                """
                {"name": "Baum 1", "description": "Linde", "properties": {"a": 1},
                 "Locations": [{"name": "Markt", "description": "", "encodingType": "application/geo+json",
                                "location": {"type": "Point", "coordinates": [8.14, 51.82]}}, {"@iot.id": 7}],
                 "Datastreams": [{"name": "d", "description": "d", "unitOfMeasurement": {},
                   "ObservedProperty": {"@iot.id": 3},
                   "Sensor": {"name": "s", "description": "s", "encodingType": "text/plain", "metadata": {"x": 1}},
                   "Observations": [{"result": 5.25}]}]}
                """);

        assertThat(thing.values()).containsEntry(EntityType.THING.require("name"), "Baum 1");
        assertThat(thing.links().get(Navigation.THING_LOCATIONS))
                .hasSize(2)
                .last()
                .isEqualTo(new Link.Existing(7, "/Locations/1"));
        var datastream =
                ((Link.Created) thing.links().get(Navigation.THING_DATASTREAMS).get(0)).draft();
        assertThat(datastream.pointer()).isEqualTo("/Datastreams/0");
        assertThat(datastream.links().get(Navigation.DATASTREAM_OBSERVED_PROPERTY))
                .containsExactly(new Link.Existing(3, "/Datastreams/0/ObservedProperty"));
        var observation = ((Link.Created) datastream
                        .links()
                        .get(Navigation.DATASTREAM_OBSERVATIONS)
                        .get(0))
                .draft();
        assertThat(observation.values())
                .containsEntry(EntityType.OBSERVATION.require("phenomenonTime"), TimeValue.at(NOW));
        assertThat(observation.values().get(EntityType.OBSERVATION.require("result")))
                .hasToString("5.25");
    }

    @Test
    void whatThePathSaysNeedNotBeSaidAgain() {
        var body = BODIES.read(
                "{\"result\": null, \"phenomenonTime\": \"2015-03-01T01:00:00+01:00/2015-03-02T00:00:00Z\"}");

        var draft = new EntityReader(NOW)
                .created(EntityType.OBSERVATION, Optional.of(Navigation.OBSERVATION_DATASTREAM), body);

        assertThat(draft.values().get(EntityType.OBSERVATION.require("phenomenonTime")))
                .isEqualTo(TimeValue.between(
                        Instant.parse("2015-03-01T00:00:00Z"), Instant.parse("2015-03-02T00:00:00Z")));
        assertThat(((JsonNode) draft.values().get(EntityType.OBSERVATION.require("result"))).isNull())
                .isTrue();
    }

    /** Type, body, place of the mistake, part of its explanation. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "THING|[]||an object",
                "THING|{'name':'a'}|/description|needs description",
                "THING|{'name':5,'description':''}|/name|a text",
                "THING|{'name':null,'description':''}|/name|not null",
                "THING|{'name':'a','description':'','colour':'red'}|/colour|no such property",
                "THING|{'name':'a','description':'','properties':[]}|/properties|an object",
                "THING|{'name':'a','description':'','Locations':{}}|/Locations|a list",
                "THING|{'name':'a','description':'','Locations':[{'name':'b'}]}|/Locations/0/description|needs",
                "THING|{'name':'a','description':'','Locations':[{'@iot.id':'x'}]}|/Locations/0/@iot.id|whole number",
                "THING|{'name':'a','description':'','Datastreams':[{'name':'d','description':'d','unitOfMeasurement':{},'Sensor':{'@iot.id':1}}]}|/Datastreams/0/ObservedProperty|needs",
                "LOCATION|{'name':'a','description':'','encodingType':'application/geo+json','location':{'type':'Point','coordinates':['a','b']}}|/location|GeoJSON",
                "LOCATION|{'name':'a','description':'','encodingType':'application/geo+json','location':null}|/location|not null",
                "DATASTREAM|{'name':'d','description':'d','unitOfMeasurement':'Cel','Sensor':{'@iot.id':1},'Thing':{'@iot.id':1},'ObservedProperty':{'@iot.id':1}}|/unitOfMeasurement|an object",
                "DATASTREAM|{'name':'d','description':'d','unitOfMeasurement':{},'Sensor':{'@iot.id':1},'ObservedProperty':{'@iot.id':1}}|/Thing|needs",
                "OBSERVATION|{'result':1}|/Datastream|either",
                "OBSERVATION|{'result':1,'Datastream':{'@iot.id':1},'MultiDatastream':{'@iot.id':1}}|/Datastream|either",
                "OBSERVATION|{'result':1,'Datastream':{'@iot.id':0}}|/Datastream/@iot.id|greater than 0",
                "OBSERVATION|{'result':1,'Datastream':{'@iot.id':1},'phenomenonTime':'yesterday'}|/phenomenonTime|ISO 8601",
                "OBSERVATION|{'result':1,'Datastream':{'@iot.id':1},'phenomenonTime':1500000000}|/phenomenonTime|ISO 8601",
                "OBSERVATION|{'result':1,'Datastream':{'@iot.id':1},'resultTime':'2015-03-01T00:00:00Z/2015-03-02T00:00:00Z'}|/resultTime|an instant",
                "OBSERVATION|{'result':1,'Datastream':{'@iot.id':1},'validTime':'2015-03-01T00:00:00Z'}|/validTime|an interval",
                "OBSERVATION|{'result':1,'Datastream':{'@iot.id':1},'FeatureOfInterest':{'name':'x','description':'','feature':{}}}|/FeatureOfInterest/encodingType|needs",
                "HISTORICAL_LOCATION|{'time':'2015-03-01T00:00:00Z','Thing':{'@iot.id':1},'Locations':[]}|/Locations|needs",
                "MULTI_DATASTREAM|{'name':'d','description':'d','unitOfMeasurements':[{},{}],'Sensor':{'@iot.id':1},'Thing':{'@iot.id':1},'ObservedProperties':[{'@iot.id':1}]}|/unitOfMeasurements|as many",
            })
    void mistakesAreNamedByPlace(EntityType type, String body, String pointer, String expected) {
        var refusal = catchThrowableOfType(BodyException.class, () -> created(type, body.replace('\'', '"')));

        assertThat(refusal).as(body).isNotNull();
        assertThat(refusal.pointer()).as(body).isEqualTo(pointer == null ? "" : pointer);
        assertThat(refusal.english()).contains(expected);
        assertThat(refusal.german()).isNotEqualTo(refusal.english());
    }

    @Test
    void aPlaceInWordsNeedNotBeGeoJson() {
        assertThat(created(
                                EntityType.LOCATION,
                                "{\"name\":\"a\",\"description\":\"\",\"encodingType\":\"text/plain\",\"location\":\"Markt 1\"}")
                        .values())
                .containsKey(EntityType.LOCATION.require("location"));
    }

    @Test
    void aChangeSaysOnlyWhatChanges() {
        var draft = new EntityReader(NOW)
                .patched(
                        EntityType.THING,
                        BODIES.read(
                                "{\"@iot.id\":5,\"description\":\"neu\",\"properties\":null,\"Locations\":[{\"@iot.id\":2}]}"));

        assertThat(draft.values()).hasSize(2).containsEntry(EntityType.THING.require("properties"), null);
        assertThat(draft.links()).containsOnlyKeys(Navigation.THING_LOCATIONS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "THING|{'Locations':[{'name':'West Roof','description':''}]}|/Locations/0",
                "DATASTREAM|{'Sensor':{'name':'x'}}|/Sensor",
                "DATASTREAM|{'Observations':[{'result':1}]}|/Observations/0",
                "DATASTREAM|{'name':null}|/name",
                "OBSERVED_PROPERTY|{'MultiDatastreams':[{'@iot.id':1}]}|/MultiDatastreams",
            })
    void aChangeCreatesNothing(EntityType type, String body, String pointer) {
        var refusal = catchThrowableOfType(
                BodyException.class, () -> new EntityReader(NOW).patched(type, BODIES.read(body.replace('\'', '"'))));

        assertThat(refusal.pointer()).isEqualTo(pointer);
    }

    @Test
    void aReplacementTakesAwayWhatItDoesNotName() {
        var thing =
                new EntityReader(NOW).replaced(EntityType.THING, BODIES.read("{\"name\":\"a\",\"description\":\"b\"}"));
        var datastream = new EntityReader(NOW)
                .replaced(
                        EntityType.DATASTREAM,
                        BODIES.read("{\"name\":\"a\",\"description\":\"b\",\"unitOfMeasurement\":{}}"));

        assertThat(thing.values()).containsEntry(EntityType.THING.require("properties"), null);
        assertThat(datastream.values())
                .containsKey(EntityType.DATASTREAM.require("properties"))
                .doesNotContainKey(EntityType.DATASTREAM.require("phenomenonTime"))
                .doesNotContainKey(EntityType.DATASTREAM.require("observationType"));
        assertThat(catchThrowableOfType(BodyException.class, () -> new EntityReader(NOW)
                                .replaced(EntityType.THING, BODIES.read("{\"name\":\"a\"}")))
                        .pointer())
                .isEqualTo("/description");
    }

    @Test
    void whatIsNoJsonIsRefusedWithLineAndColumn() {
        assertThat(catchThrowableOfType(BodyException.class, () -> BODIES.read("{\"a\":\n 1,}"))
                        .english())
                .contains("2:");
        assertThat(catchThrowableOfType(BodyException.class, () -> BODIES.read(""))
                        .english())
                .contains("missing");
        assertThat(catchThrowableOfType(BodyException.class, () -> BODIES.read("{} {}")))
                .isNotNull();
        assertThat(catchThrowableOfType(BodyException.class, () -> BODIES.read("[".repeat(1_000))))
                .isNotNull();
        assertThat(catchThrowableOfType(BodyException.class, () -> BODIES.read("1" + "0".repeat(1_000))))
                .isNotNull();
    }

    @Test
    void aBodyCannotCreateAnyNumberOfEntities() {
        var observations = "{\"result\":1},".repeat(5_000) + "{\"result\":1}";
        var body = "{\"name\":\"d\",\"description\":\"d\",\"unitOfMeasurement\":{},\"Thing\":{\"@iot.id\":1},"
                + "\"Sensor\":{\"@iot.id\":1},\"ObservedProperty\":{\"@iot.id\":1},\"Observations\":[" + observations
                + "]}";

        assertThat(catchThrowableOfType(BodyException.class, () -> created(EntityType.DATASTREAM, body))
                        .english())
                .contains("at most");
    }

    @Test
    void observationsInDataArrays() {
        var body = Things.json(
                """
                [{"Datastream": {"@iot.id": 4}, "components": ["phenomenonTime", "result", "FeatureOfInterest/id"],
                  "dataArray": [["2010-12-23T10:20:00-07:00", 20, 9], ["2010-12-23T10:21:00Z", 30, "nobody"], [1]]},
                 {"MultiDatastream": {"@iot.id": 5}, "components": ["result"], "dataArray": [[[5, 20]]]}]
                """);

        var rows = new ObservationsReader(NOW).read(body, 10);

        assertThat(rows).hasSize(4);
        var first = ((ObservationsReader.Row.Good) rows.get(0)).draft();
        assertThat(first.links().get(Navigation.OBSERVATION_FEATURE_OF_INTEREST))
                .containsExactly(new Link.Existing(9, "/0/dataArray/0/2"));
        assertThat(((ObservationsReader.Row.Bad) rows.get(1)).cause().pointer()).isEqualTo("/0/dataArray/1/2");
        assertThat(((ObservationsReader.Row.Bad) rows.get(2)).cause().pointer()).isEqualTo("/0/dataArray/2");
        assertThat(((ObservationsReader.Row.Good) rows.get(3)).draft().links())
                .containsKey(Navigation.OBSERVATION_MULTI_DATASTREAM);
        assertThat(catchThrowableOfType(BodyException.class, () -> new ObservationsReader(NOW).read(body, 3)))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{}|''",
                "[{}]|/0/Datastream",
                "[{'Datastream':{'@iot.id':1}}]|/0/components",
                "[{'Datastream':{'@iot.id':1},'components':['colour'],'dataArray':[]}]|/0/components/0",
                "[{'Datastream':{'@iot.id':1},'components':['result']}]|/0/dataArray",
            })
    void aWrongFrameIsRefusedAsAWhole(String body, String pointer) {
        var refusal = catchThrowableOfType(
                BodyException.class, () -> new ObservationsReader(NOW).read(Things.json(body.replace('\'', '"')), 10));

        assertThat(refusal.pointer()).isEqualTo(pointer.replace("''", ""));
    }
}
