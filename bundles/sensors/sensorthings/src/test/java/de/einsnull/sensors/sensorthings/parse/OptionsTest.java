package de.einsnull.sensors.sensorthings.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.query.JsonStep;
import de.einsnull.sensors.sensorthings.query.Query;
import de.einsnull.sensors.sensorthings.query.ResultFormat;
import de.einsnull.sensors.sensorthings.query.Selected;
import de.einsnull.sensors.sensorthings.store.Page;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client whose options are read wrongly gets too much, too little, or the wrong page. */
class OptionsTest {

    private static final QueryParser PARSER = new QueryParser(Limits.usual());

    private static Query read(EntityType type, String query) {
        return PARSER.query(type, query);
    }

    @Test
    void nothingSaidMeansTheFirstHundred() {
        assertThat(read(EntityType.THING, "")).isEqualTo(Query.all());
        assertThat(read(EntityType.THING, "access_token=x&foo")).isEqualTo(Query.all());
    }

    @Test
    void aQueryMayBeEncodedAsAWhole() {
        var query = read(EntityType.THING, "%24filter%3Dname+eq+%27a%3Db%27&%24top=3");

        assertThat(query.filter()).isPresent();
        assertThat(query.top()).isEqualTo(3);
    }

    @Test
    void optionsOfOneLevel() {
        var query = read(
                EntityType.OBSERVATION,
                "$top=5&$skip=10&$count=true&$orderby=phenomenonTime%20desc,id&$select=result,parameters/a[0],Datastream"
                        + "&$filter=result+gt+%273%27&$resultFormat=dataArray");

        assertThat(query.top()).isEqualTo(5);
        assertThat(query.skip()).isEqualTo(10);
        assertThat(query.count()).isTrue();
        assertThat(query.orderBy()).extracting("descending").containsExactly(true, false);
        assertThat(query.select())
                .containsExactly(
                        new Selected.Value(EntityType.OBSERVATION.require("result"), List.of()),
                        new Selected.Value(
                                EntityType.OBSERVATION.require("parameters"),
                                List.of(new JsonStep.Member("a"), new JsonStep.Item(0))),
                        new Selected.Link(Navigation.OBSERVATION_DATASTREAM));
        assertThat(query.wants(EntityType.OBSERVATION.require("result"))).isTrue();
        assertThat(query.wants(EntityType.OBSERVATION.require("resultTime"))).isFalse();
        assertThat(query.filter()).isPresent();
        assertThat(query.format()).isEqualTo(ResultFormat.DATA_ARRAY);
    }

    /** The example of 18-088, 9.3.3.2.1, and what Masterportal asks for. */
    @Test
    void expandsHaveTheirOwnOptions() {
        var query = read(
                EntityType.THING,
                "$expand=Locations,Datastreams($select=name;$expand=ObservedProperty,"
                        + "Observations($top=1;$orderby=phenomenonTime desc;$filter=result gt 5 and (result lt 9));$count=true)");

        assertThat(query.expand())
                .extracting("navigation")
                .containsExactly(Navigation.THING_LOCATIONS, Navigation.THING_DATASTREAMS);
        var datastreams = query.expand().get(1).query();
        assertThat(datastreams.count()).isTrue();
        assertThat(datastreams.expand()).hasSize(2);
        var observations = datastreams.expand().get(1).query();
        assertThat(observations.top()).isEqualTo(1);
        assertThat(observations.filter()).isPresent();
        assertThat(observations.orderBy()).hasSize(1);
    }

    @Test
    void pathsInExpandsMeet() {
        var query = read(EntityType.THING, "$expand=Datastreams/Thing,Datastreams/Sensor($select=name)");

        assertThat(query.expand()).hasSize(1);
        assertThat(query.expand().get(0).query().expand())
                .extracting("navigation")
                .containsExactly(Navigation.DATASTREAM_THING, Navigation.DATASTREAM_SENSOR);
    }

    @Test
    void aPageIsNeverLongerThanTheLimit() {
        assertThat(read(EntityType.THING, "$top=100000").top()).isEqualTo(1_000);
        assertThat(read(EntityType.THING, "$top=0").top()).isZero();
        assertThat(read(EntityType.THING, "$expand=Datastreams($top=5000)")
                        .expand()
                        .get(0)
                        .query()
                        .top())
                .isEqualTo(1_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "$top=-1|$top|0",
                "$top=ten|$top|0",
                "$top=1&$top=2|$top|0",
                "$skip=1.5|$skip|0",
                "$count=yes|$count|0",
                "$orderby=name up|$orderby|5",
                "$orderby=Datastreams/name|$orderby|0",
                "$orderby=name,|$orderby|5",
                "$select=name,colour|$select|5",
                "$expand=Sensors|$expand|0",
                "$expand=Datastreams($select=colour)|$expand|20",
                "$expand=Datastreams($top=1;$top=2)|$expand|19",
                "$expand=Datastreams($top=1|$expand|18",
                "$expand=Datastreams(top=1)|$expand|12",
                "$expand=Datastreams()|$expand|12",
                "$expand=Datastreams($colour=red)|$expand|12",
                "$search=x|$search|0",
                "$resultFormat=xml|$resultFormat|0",
                "$filter=name eq '%ZZ'|query|0",
            })
    void whatCannotBeIsRefusedWithItsPlace(String query, String option, int position) {
        var refusal = catchThrowableOfType(QueryException.class, () -> read(EntityType.THING, query));

        assertThat(refusal).as(query).isNotNull();
        assertThat(refusal.option()).isEqualTo(option);
        assertThat(refusal.position()).as(query + ": " + refusal.english()).isEqualTo(position);
    }

    @Test
    void moreThanAFewExpandsAreRefused() {
        var deep = "Datastreams/Thing/".repeat(30) + "Datastreams";
        var wide = "Datastreams,".repeat(41) + "Datastreams";

        for (var expand : List.of(deep, wide)) {
            var refusal = catchThrowableOfType(QueryException.class, () -> read(EntityType.THING, "$expand=" + expand));
            assertThat(refusal.kind()).isEqualTo(QueryException.Kind.TOO_LARGE);
        }
    }

    /** A next link that says something else than the request leads astray. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$top=5&$skip=10&$count=true&$orderby=name desc,id&$select=name,properties/a[1]/b,Datastreams,@iot.selfLink",
                "$filter=name eq 'a %26 b %2B 100%25'",
                "$select=distinct:name",
                "$skiptoken=abc-1.2_3",
                "$resultFormat=GeoJSON",
                "$expand=Datastreams($filter=name eq 'a;b)';$expand=Observations($top=1;$orderby=id desc);$count=true)",
                "$filter=Datastreams/any(d:d/Observations/result gt -5.5) and not (id in (1,2)) or geo.length(Locations/location) eq 1",
            })
    void aQueryWrittenAsTextIsTheSameQuery(String text) {
        var query = read(EntityType.THING, text);
        var again = read(EntityType.THING, QueryText.of(query));

        assertThat(QueryText.of(again)).isEqualTo(QueryText.of(query)).isNotEmpty();
        assertThat(again.expand()).hasSameSizeAs(query.expand());
        assertThat(again.select()).isEqualTo(query.select());
    }

    @Test
    void theNextPageStartsBehindThisOne() {
        var query = read(EntityType.THING, "$top=2&$skip=4");

        assertThat(query.next(new Page(List.of(), OptionalLong.empty(), true, Optional.of("k-7")))
                        .token())
                .contains("k-7");
        assertThat(query.next(new Page(List.of(), OptionalLong.empty(), true, Optional.of("k-7")))
                        .skip())
                .isZero();
        assertThat(query.next(new Page(List.of(), OptionalLong.empty(), true, Optional.empty()))
                        .skip())
                .isEqualTo(4);
    }
}
