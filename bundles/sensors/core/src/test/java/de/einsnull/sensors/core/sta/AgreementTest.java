package de.einsnull.sensors.core.sta;

import static de.einsnull.sensors.core.sta.Bodies11.datastream;
import static de.einsnull.sensors.core.sta.Bodies11.location;
import static de.einsnull.sensors.core.sta.Bodies11.observation;
import static de.einsnull.sensors.core.sta.Bodies11.thing;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.sensors.core.TestDatabase.Kind;
import de.einsnull.sensors.sensorthings.evaluate.Evaluator;
import de.einsnull.sensors.sensorthings.evaluate.Needed;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.query.Expression;
import de.einsnull.sensors.sensorthings.query.Query;
import de.einsnull.sensors.sensorthings.query.ResultFormat;
import de.einsnull.sensors.sensorthings.store.Entity;
import de.einsnull.sensors.sensorthings.store.Visibility;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Holds the translation to SQL and the evaluation in Java together: whatever is asked, both find the same. Without it the
 * answer to a query would depend on which database a city has.
 */
class AgreementTest {

    private static final int QUERIES = 150;
    private static final List<String> COMPARISONS = List.of("eq", "ne", "lt", "le", "gt", "ge");
    private static final List<String> NUMBERS = List.of(
            "5",
            "0",
            "-1.5",
            "result",
            "id",
            "length(Datastream/name)",
            "result add 1",
            "2 mul result",
            "month(phenomenonTime)",
            "floor(result)",
            "parameters/a",
            "geo.distance(FeatureOfInterest/feature, geography'POINT(8 51.5)')");
    private static final List<String> TEXTS = List.of(
            "'a'",
            "'5'",
            "result",
            "Datastream/name",
            "Datastream/Thing/name",
            "tolower('X')",
            "concat('A', Datastream/name)",
            "parameters/b",
            "Datastream/Thing/properties/kind");
    private static final List<String> TIMES = List.of(
            "phenomenonTime",
            "resultTime",
            "validTime",
            "2026-01-02T00:00:00Z",
            "2026-01-01T00:00:00Z/2026-01-03T00:00:00Z",
            "2026-01-03T12:00:00Z",
            "now()",
            "Datastream/phenomenonTime");
    private static final List<String> RESULTS = List.of(
            "5", "-1.5", "0", "\"a\"", "\"5\"", "\"A%_B\"", "true", "false", "null", "[1]", "{\"a\":1}", "1e20");

    @ParameterizedTest
    @EnumSource(Kind.class)
    void bothFindTheSameObservations(Kind kind) {
        try (var service = new Service(kind)) {
            fill(service);
            var random = new Random(11);
            for (int i = 0; i < QUERIES; i++) {
                compare(service, "Observations", condition(random, 2));
            }
        }
    }

    /** Else the test above would compare Java with itself, and a city would wait for its answers. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void mostOfWhatIsAskedIsAnsweredByTheDatabaseAlone(Kind kind) throws SQLException {
        try (var service = new Service(kind)) {
            var random = new Random(11);
            int exact = 0;
            for (int i = 0; i < QUERIES; i++) {
                var filter = service.query("Observations", "$filter=" + condition(random, 2))
                        .filter();
                exact += isExact(service, filter.orElseThrow()) ? 1 : 0;
            }
            assertThat(exact).isGreaterThan(kind == Kind.POSTGRESQL ? QUERIES / 2 : QUERIES / 5);
        }
    }

    private static boolean isExact(Service service, Expression filter) throws SQLException {
        var database = service.platform.database.database();
        return database.inTransaction(c -> {
            var request = new Request(c, database.isPostgres(), Visibility.ALL, Instant.now(), false);
            return new Filters(request, EntityType.OBSERVATION, "o")
                    .translate(filter)
                    .exact();
        });
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void bothFindTheSameThings(Kind kind) {
        try (var service = new Service(kind)) {
            fill(service);
            for (String filter : List.of(
                    "Locations/name eq 'L'",
                    "Locations/name eq null",
                    "not (Locations/name eq 'L')",
                    "Datastreams/name eq 'D1' and Datastreams/Observations/result eq 5",
                    "Datastreams/name eq 'D1' or name eq 'T0'",
                    "Datastreams/Observations/result gt 4 and Datastreams/Observations/result lt 6",
                    "geo.distance(Locations/location, geography'POINT(8 51)') lt 0.15",
                    "geo.intersects(Locations/location, geography'POLYGON((7 50,8.15 50,8.15 52,7 52,7 50))')",
                    "Datastreams/any(d: d/name eq 'D1')",
                    "Datastreams/any(d: d/Observations/any(o: o/result eq 5 and d/name ne 'D2'))",
                    "properties/kind eq 'x' and name ne null",
                    "properties/n ge 1",
                    "properties/list[1] eq 2",
                    "startswith(name, 'T') and endswith(name, '1') or substringof('0', name)",
                    "HistoricalLocations/time gt 2020-01-01T00:00:00Z",
                    "Datastreams/ObservedProperty/name eq 'Temperature' and Datastreams/Sensor/name eq 'S'")) {
                compare(service, "Things", filter);
            }
        }
    }

    private static void compare(Service service, String set, String filter) {
        var expression = service.query(set, "$filter=" + filter).filter().orElseThrow();
        var all = everything(service, set, expression);
        var evaluator = new Evaluator(Instant.now());
        var expected = all.stream()
                .filter(e -> evaluator.matches(expression, e))
                .map(Entity::id)
                .sorted()
                .toList();
        assertThat(service.filter(set, filter)).as(filter).isEqualTo(expected);
    }

    private static List<Entity> everything(Service service, String set, Expression expression) {
        var query = new Query(
                Optional.empty(),
                List.of(),
                List.of(),
                false,
                Needed.expands(List.of(expression), 1000),
                1000,
                0,
                false,
                ResultFormat.JSON,
                Optional.empty());
        return service.store.read(service.path(set), query, Visibility.ALL).entities();
    }

    private static String condition(Random random, int depth) {
        if (depth > 0 && random.nextInt(3) > 0) {
            var left = condition(random, depth - 1);
            return switch (random.nextInt(3)) {
                case 0 -> "(" + left + " and " + condition(random, depth - 1) + ")";
                case 1 -> "(" + left + " or " + condition(random, depth - 1) + ")";
                default -> "not (" + left + ")";
            };
        }
        var comparison = " " + any(random, COMPARISONS) + " ";
        return switch (random.nextInt(7)) {
            case 0, 1 -> any(random, NUMBERS) + comparison + any(random, NUMBERS);
            case 2 -> any(random, TEXTS) + comparison + any(random, TEXTS);
            case 3 -> any(random, TIMES) + comparison + any(random, TIMES);
            case 4 -> any(random, List.of("before", "after", "meets", "overlaps", "starts", "finishes")) + "("
                    + any(random, TIMES) + ", " + any(random, TIMES) + ")";
            case 5 -> any(random, List.of("result", "resultTime", "validTime", "parameters/a", "Datastream/name"))
                    + any(random, List.of(" eq null", " ne null"));
            default -> any(
                    random,
                    List.of(
                            "result eq true",
                            "result",
                            "substringof('%', result)",
                            "startswith(result, 'a')",
                            "during(phenomenonTime, 2026-01-01T00:00:00Z/2026-01-03T00:00:00Z)",
                            "during(resultTime, validTime)",
                            "result in (5, 0)",
                            "indexof(Datastream/name, '1') gt 0"));
        };
    }

    private static String any(Random random, List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static void fill(Service service) {
        for (int i = 0; i < 4; i++) {
            var properties =
                    ",\"properties\":{\"kind\":\"x\",\"n\":" + i + ",\"list\":[1," + (i == 2 ? 2 : "\"2\"") + "]}";
            var places = i == 3 ? "" : ",\"Locations\":[" + location(8 + i / 10.0, 51) + "," + location(9, 52) + "]";
            var streams =
                    i == 0 ? "" : ",\"Datastreams\":[" + datastream("D" + i, "") + "," + datastream("E" + i, "") + "]";
            service.post("Things", thing("T" + i, properties + places + streams));
        }
        service.post(
                "Things",
                thing(
                        "L",
                        ",\"Locations\":[{\"name\":\"L\",\"description\":\"line\",\"encodingType\":\"application/geo+json\","
                                + "\"location\":{\"type\":\"LineString\",\"coordinates\":[[8,51],[8.1,51.1]]}}]"));
        var feature = service.post(
                "FeaturesOfInterest",
                "{\"name\":\"F\",\"description\":\"f\",\"encodingType\":\"application/geo+json\","
                        + "\"feature\":{\"type\":\"Point\",\"coordinates\":[8,51.5]}}");
        int n = 0;
        for (long stream : service.ids("Datastreams", "$filter=Thing/Locations/name ne null")) {
            for (String result : RESULTS) {
                n++;
                var time = "2026-01-0" + (1 + n % 4) + "T0" + n % 7 + ":00:00Z";
                var until = n % 3 == 0 ? time + "/2026-01-05T00:00:00Z" : time;
                service.post(
                        "Datastreams(" + stream + ")/Observations",
                        observation(until, result).replaceFirst("}$", more(n, feature) + "}"));
            }
        }
    }

    private static String more(int n, long feature) {
        return (n % 2 == 0 ? ",\"resultTime\":\"2026-01-02T00:00:00Z\"" : "")
                + (n % 5 == 0 ? ",\"validTime\":\"2026-01-01T00:00:00Z/2026-01-02T00:00:00Z\"" : "")
                + (n % 4 == 0 ? ",\"parameters\":{\"a\":" + n + ",\"b\":\"a\"}" : "")
                + (n % 6 == 0 ? ",\"FeatureOfInterest\":{\"@iot.id\":" + feature + "}" : "");
    }
}
