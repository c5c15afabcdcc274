package de.einsnull.sensors.sensorthings.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.query.JsonStep;
import de.einsnull.sensors.sensorthings.query.ResourcePath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Without these an address leads to something else than it says. */
class PathTest {

    private static final QueryParser PARSER = new QueryParser(Limits.usual());

    @ParameterizedTest
    @CsvSource({
        "Things, THING, false",
        "Things/, THING, false",
        "Things(1), THING, true",
        "Things('1'), THING, true",
        "Things(1)/Datastreams, DATASTREAM, false",
        "Things(1)/Datastreams(2), DATASTREAM, true",
        "Observations(1)/Datastream/Thing/Locations, LOCATION, false",
        "Observations(1)/FeatureOfInterest, FEATURE_OF_INTEREST, true",
        "MultiDatastreams(1)/ObservedProperties(2), OBSERVED_PROPERTY, true",
    })
    void entities(String path, EntityType type, boolean single) {
        var read = PARSER.path(path);

        assertThat(read.part()).isInstanceOf(ResourcePath.Whole.class);
        assertThat(read.entities().type()).isEqualTo(type);
        assertThat(read.entities().single()).isEqualTo(single);
    }

    @Test
    void partsOfEntities() {
        assertThat(PARSER.path("Things/$ref").part()).isInstanceOf(ResourcePath.References.class);
        assertThat(PARSER.path("Things(1)/Locations/$ref").part()).isInstanceOf(ResourcePath.References.class);
        assertThat(PARSER.path("Things(1)/name").part())
                .isEqualTo(new ResourcePath.Value(EntityType.THING.require("name"), List.of(), false));
        assertThat(PARSER.path("Things(1)/name/$value").part())
                .isEqualTo(new ResourcePath.Value(EntityType.THING.require("name"), List.of(), true));
        assertThat(PARSER.path("Things(1)/properties/list[2]/a/$value").part())
                .isEqualTo(new ResourcePath.Value(
                        EntityType.THING.require("properties"),
                        List.of(new JsonStep.Member("list"), new JsonStep.Item(2), new JsonStep.Member("a")),
                        true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Nothings",
                "Thing(1)",
                "Things(x)",
                "Things(-1)",
                "Things(9223372036854775808)",
                "Things(1)(2)",
                "Things/name",
                "Things/Datastreams",
                "Things(1)/Sensors",
                "Things(1)/name/x",
                "Things(1)/Datastreams(2)/Thing(1)",
                "Things(1)//name",
                "Things(1)/$value",
                "Things(1)/$ref/x",
                "Things(1)/Datastreams(1)/Thing/Datastreams(1)/Thing/Datastreams(1)/Thing/Datastreams(1)/Thing/Datastreams(1)/Thing/Datastreams(1)/Thing/Datastreams",
            })
    void whatLeadsNowhereIsRefused(String path) {
        var refusal = catchThrowableOfType(QueryException.class, () -> PARSER.path(path));

        assertThat(refusal).as(path).isNotNull();
        assertThat(refusal.kind()).isEqualTo(QueryException.Kind.UNKNOWN_PATH);
    }
}
