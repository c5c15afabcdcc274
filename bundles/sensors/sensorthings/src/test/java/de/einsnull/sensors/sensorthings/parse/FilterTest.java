package de.einsnull.sensors.sensorthings.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.query.Operation;
import de.einsnull.sensors.sensorthings.query.Operator;
import de.einsnull.sensors.sensorthings.query.ValueType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client whose filter is read differently from what it means gets other people's data, or none. */
class FilterTest {

    private static final QueryParser PARSER = new QueryParser(Limits.usual());

    private static String read(EntityType type, String filter) {
        return new ExpressionText().of(PARSER.filter(type, filter));
    }

    private static QueryException refused(EntityType type, String filter) {
        return catchThrowableOfType(QueryException.class, () -> PARSER.filter(type, filter));
    }

    /** Operators of 18-088, table 20, from loose to tight. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "result eq 2 and result eq 1 or result eq 1|(((result eq 2) and (result eq 1)) or (result eq 1))",
                "result eq 2 and (result eq 1 or result eq 1)|((result eq 2) and ((result eq 1) or (result eq 1)))",
                "not result lt 1 and not result gt 1|((not (result lt 1)) and (not (result gt 1)))",
                "1 add result mul 2 sub -1 eq 4|(((1 add (result mul 2)) sub -1) eq 4)",
                "14 div (result add 1) mod 3 mul 3 eq 3|((((14 div (result add 1)) mod 3) mul 3) eq 3)",
                "-result lt - 5|(-(result) lt -5)",
                "result in (1,2)|(result in (1,2))",
                "'a' in parameters/list|('a' in parameters/list)",
                "not not (result eq 1)|(not (not (result eq 1)))",
            })
    void operatorsBindAsTheStandardSays(String filter, String read) {
        assertThat(read(EntityType.OBSERVATION, filter)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "OBSERVATION|Datastream/Thing/Locations/name eq 'x'",
                "OBSERVATION|result[0] gt 5",
                "OBSERVATION|resultQuality[0]/DQ_Result/code eq 2",
                "OBSERVATION|geo.distance(FeatureOfInterest/feature,geography'POINT (8 54.1)') lt 1",
                "OBSERVATION|phenomenonTime lt 2016-01-01T06:00:00Z/2016-01-01T07:00:00Z",
                "OBSERVATION|(phenomenonTime sub 2016-01-01T08:00:00Z) eq duration'PT1H'",
                "OBSERVATION|time(resultTime) gt 12:30",
                "OBSERVATION|date(resultTime) eq 2016-01-01",
                "OBSERVATION|resultTime eq null",
                "THING|Datastreams/any(d:(d/Sensor/name eq 'a'))",
                "THING|HistoricalLocations/any(hl:hl/Locations/any(l:(l/properties/field eq properties/field)))",
                "THING|properties/a-b.c/ä eq true",
                "THING|substring(name,4,3) eq 'g ''4'",
                "THING|id eq 5",
                "LOCATION|st_relate(geography'POINT (8 54)',location,'T********')",
                "DATASTREAM|unitOfMeasurement/symbol eq '°C'",
                "MULTI_DATASTREAM|ObservedProperties/name eq 'x'",
            })
    void whatTheLanguageHasIsRead(EntityType type, String filter) {
        assertThat(read(type, filter).replace("(" + filter + ")", filter)).isEqualTo(filter);
    }

    @Test
    void timesWithoutSecondsOrWithAnOffsetAreTimes() {
        assertThat(read(EntityType.OBSERVATION, "resultTime lt 2016-01-01T06:00Z"))
                .isEqualTo("(resultTime lt 2016-01-01T06:00:00Z)");
        assertThat(read(EntityType.OBSERVATION, "resultTime lt '2016-01-01T06:00:00+0100'"))
                .isEqualTo("(resultTime lt 2016-01-01T05:00:00Z)");
        assertThat(read(EntityType.OBSERVATION, "phenomenonTime gt 2016-01-01"))
                .isEqualTo("(phenomenonTime gt 2016-01-01T00:00:00Z)");
        assertThat(read(EntityType.OBSERVATION, "overlaps(phenomenonTime,2016-01-01T00:00:00Z/P1D)"))
                .isEqualTo("overlaps(phenomenonTime,2016-01-01T00:00:00Z/2016-01-02T00:00:00Z)");
    }

    @Test
    void anExpressionKnowsItsTypeAndItsPlace() {
        var filter = (Operation) PARSER.filter(EntityType.OBSERVATION, "result gt 3 and year(resultTime) eq 2015");

        assertThat(filter.operator()).isEqualTo(Operator.AND);
        assertThat(((Operation) filter.right()).left().type()).isEqualTo(ValueType.NUMBER);
        assertThat(((Operation) filter.right()).left().position()).isEqualTo(16);
    }

    /** The position is the number of characters before the place. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "OBSERVATION|result gt|9|a value or a property",
                "OBSERVATION|rezult gt 3|0|a property of Observation",
                "OBSERVATION|result gt 3 end|12|and, or or the end",
                "OBSERVATION|(result gt 3|12|')'",
                "OBSERVATION|result gt 'abc|10|ends with '",
                "OBSERVATION|result|-1|",
                "THING|name|0|true or false",
                "THING|name eq 5|8|a text",
                "THING|name add 1 eq 2|0|a number",
                "THING|length(5) eq 5|7|a text",
                "THING|length(name|11|')'",
                "THING|startswith(name) eq true|15|another argument",
                "THING|length(name,name) eq 1|12|')'",
                "THING|lenght(name) eq 1|0|a function that exists",
                "THING|Locations/location eq 5|0|st_equals",
                "THING|Datastreams/any(d:d/nam eq 1)|20|a property of Datastream",
                "THING|Datastreams/any(d:e/name eq 'x')|18|a property of Thing",
                "THING|Datastreams/any(d:Datastreams/any(d:true))|34|not taken",
                "OBSERVATION|Datastream/any(d:true)|0|a set before any",
                "OBSERVATION|during(resultTime,2016-01-01T06:00:00Z)|18|an interval",
                "OBSERVATION|during(resultTime,resultTime)|18|an interval",
                "OBSERVATION|phenomenonTime lt 2016-13-01T06:00:00Z|18|ISO 8601",
                "OBSERVATION|phenomenonTime lt 2016-01-02T00:00:00Z/2016-01-01T00:00:00Z|18|start before the end",
                "OBSERVATION|date(resultTime) eq 2016-02-30|20|a day that exists",
                "OBSERVATION|phenomenonTime add duration'1 hour' gt now()|19|a duration",
                "OBSERVATION|result eq 1e9999|10|a number",
                "OBSERVATION|null lt result|0|a value",
                "LOCATION|st_within(location,geography'POLYGON((0 0,1 1))')|19|a valid place",
                "LOCATION|st_within(location,geography'POLYGON((0 0,2 2,2 0,0 2,0 0))')|19|a valid place",
                "LOCATION|st_within(location,geography'POINT(NaN 1)')|19|a valid place",
                "LOCATION|st_relate(location,location,'X')|28|nine",
                "LOCATION|location/coordinates[0] gt 'a' and name lt true|35|eq or ne",
            })
    void whatItHasNotIsRefusedWithPlaceAndExpectation(EntityType type, String filter, int position, String expected) {
        if (position < 0) {
            assertThat(read(type, filter)).isEqualTo(filter);
            return;
        }
        var refusal = refused(type, filter);

        assertThat(refusal).as(filter).isNotNull();
        assertThat(refusal.english()).as(filter).contains(expected);
        assertThat(refusal.position()).as(filter + ": " + refusal.english()).isEqualTo(position);
        assertThat(refusal.option()).isEqualTo("$filter");
        assertThat(refusal.german()).isNotEqualTo(refusal.english());
    }

    @Test
    void aFilterThatIsTooLargeIsRefused() {
        assertThat(refused(EntityType.THING, "(".repeat(100) + "true" + ")".repeat(100))
                        .kind())
                .isEqualTo(QueryException.Kind.TOO_LARGE);
        assertThat(refused(EntityType.THING, "not ".repeat(100) + "true").kind())
                .isEqualTo(QueryException.Kind.TOO_LARGE);
        assertThat(refused(EntityType.THING, "id eq 1" + " or id eq 1".repeat(300))
                        .kind())
                .isEqualTo(QueryException.Kind.TOO_LARGE);
        assertThat(refused(EntityType.THING, "id eq " + "-".repeat(60) + "1").kind())
                .isEqualTo(QueryException.Kind.TOO_LARGE);
        assertThat(refused(EntityType.THING, "name eq '" + "x".repeat(9_000) + "'")
                        .kind())
                .isEqualTo(QueryException.Kind.TOO_LARGE);
    }

    @Test
    void manyQuotesInATextDoNotOverflowTheStack() {
        assertThat(read(EntityType.THING, "name eq '" + "''".repeat(3_900) + "'"))
                .hasSizeGreaterThan(7_000);
    }
}
