package de.einsnull.sensors.core.sta;

import static de.einsnull.sensors.core.sta.Bodies11.observation;
import static de.einsnull.sensors.core.sta.Bodies11.station;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.api.Rollup;
import de.einsnull.sensors.api.Rollup.Span;
import de.einsnull.sensors.core.TestDatabase.Kind;
import de.einsnull.sensors.core.rollup.RollupService;
import de.einsnull.sensors.core.rollup.Stretches;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Without this a report would show means that nobody can check against the observations. */
class RollupsFollowTest {

    private static final Instant NOW = Instant.parse("2026-10-27T12:07:00Z");
    private static final Instant OPEN = Instant.parse("2026-10-27T12:00:00Z");
    private static final int SECONDS = 4 * 86_400; // with the night in which clocks go back
    private static final int STEPS = 250;

    private final Random random = new Random(25);
    private final List<Long> observations = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whateverHappensToObservationsMeansAreThoseOfARecount(Kind kind) {
        try (var service = new Service(kind)) {
            service.post("Things", station("T", 8, 51));
            long stream = service.ids("Datastreams").get(0);
            var rollups = new RollupService(service.platform.database.database(), Clock.fixed(NOW, ZoneOffset.UTC));
            for (int i = 0; i < STEPS; i++) {
                step(service, stream);
                if (random.nextInt(20) == 0) {
                    rollups.follow();
                }
            }
            rollups.follow();

            for (Span span : Span.values()) {
                assertThat(rollups.list(stream, span, Instant.EPOCH, NOW, 10_000))
                        .isEqualTo(recount(service, stream, span))
                        .hasSizeGreaterThan(3);
            }
        }
    }

    private void step(Service service, long stream) {
        var body = observation(NOW.minusSeconds(random.nextInt(SECONDS)).toString(), value());
        switch (observations.isEmpty() ? 0 : random.nextInt(6)) {
            case 4 -> service.patch("Observations(" + any() + ")", random.nextBoolean() ? body : "{\"result\":7}");
            case 5 -> {
                var gone = any();
                service.delete("Observations(" + gone + ")");
                observations.remove(gone);
            }
            default -> observations.add(service.post("Datastreams(" + stream + ")/Observations", body));
        }
    }

    private Long any() {
        return observations.get(random.nextInt(observations.size()));
    }

    private Object value() {
        return random.nextInt(10) == 0 ? "\"no number\"" : (Object) (random.nextInt(2_000) / 8.0 - 50);
    }

    private static List<Rollup> recount(Service service, long stream, Span span) {
        var sums = new TreeMap<Instant, DoubleSummaryStatistics>();
        for (JsonNode one : service.get(
                        "Datastreams(" + stream + ")/Observations", "$top=1000", "$orderby=phenomenonTime asc")
                .path("value")) {
            var time = Instant.parse(one.path("phenomenonTime").textValue());
            if (one.path("result").isNumber() && time.isBefore(OPEN)) {
                sums.computeIfAbsent(Stretches.begin(span, time), t -> new DoubleSummaryStatistics())
                        .accept(one.path("result").doubleValue());
            }
        }
        return sums.entrySet().stream()
                .map(e -> new Rollup(
                        e.getKey(),
                        span,
                        e.getValue().getCount(),
                        e.getValue().getMin(),
                        e.getValue().getMax(),
                        e.getValue().getSum()))
                .toList();
    }
}
