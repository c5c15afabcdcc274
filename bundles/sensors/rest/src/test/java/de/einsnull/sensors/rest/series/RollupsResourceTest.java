package de.einsnull.sensors.rest.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.security.api.Identity;
import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.Rollup;
import de.einsnull.sensors.api.Rollup.Span;
import de.einsnull.sensors.api.Rollups;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.SensorDirectory;
import de.einsnull.testkit.FixedCaller;
import de.einsnull.web.api.ProblemException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Without these a report would have other figures than the city, or show what is not for everybody. */
class RollupsResourceTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final List<String> asked = new ArrayList<>();
    private boolean away;

    private RollupsResource resource(String... roles) {
        Rollups rollups = (datastream, span, from, to, limit) -> {
            if (away) {
                throw new SensorDataException("away", null);
            }
            asked.add(span + " " + from + " " + to + " " + limit);
            return List.of(new Rollup(Instant.parse("2026-11-24T10:00:00Z"), span, 4, -1, 5, 6));
        };
        return new RollupsResource(
                rollups,
                directory(),
                new FixedCaller(new Identity("a", "A", Set.of(roles))),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** Number 1 is open, number 2 is not, and there is no other. */
    private static SensorDirectory directory() {
        return (SensorDirectory) Proxy.newProxyInstance(
                SensorDirectory.class.getClassLoader(),
                new Class<?>[] {SensorDirectory.class},
                (proxy, method, arguments) -> {
                    long id = (Long) arguments[0];
                    return id > 2
                            ? Optional.empty()
                            : Optional.of(new Datastream(
                                    id,
                                    1,
                                    "S",
                                    Channel.number("level", "cm", "urn:level"),
                                    1,
                                    1,
                                    id == 1,
                                    "",
                                    Optional.empty()));
                });
    }

    @Test
    void everybodyReadsMeansOfOpenSeries() {
        assertThat(resource().json(1, "hour", null, null)).singleElement().satisfies(s -> {
            assertThat(s.mean()).isEqualTo(1.5);
            assertThat(s.count()).isEqualTo(4);
        });
        assertThat(resource().csv(1, "day", "2026-01-01T00:00:00Z", ""))
                .isEqualTo("begins,count,min,max,mean\r\n2026-11-24T10:00:00Z,4,-1.0,5.0,1.5\r\n");
        assertThat(asked)
                .containsExactly(
                        Span.HOUR + " 2026-11-17T12:00:00Z " + NOW + " 10000",
                        Span.DAY + " 2026-01-01T00:00:00Z " + NOW + " 10000");
    }

    @Test
    void onlyStaffReadsThoseThatAreNotOpen() {
        assertStatus(404, () -> resource("citizen").json(2, "hour", null, null));
        assertThat(resource("staff").json(2, "hour", null, null)).hasSize(1);
        assertStatus(404, () -> resource("staff").json(3, "hour", null, null));
    }

    @ParameterizedTest
    @CsvSource({"week,,", "hour,yesterday,", "hour,,tomorrow"})
    void whatCannotBeUnderstoodIsSaid(String span, String from, String to) {
        assertStatus(400, () -> resource().json(1, span, from, to));
    }

    @Test
    void aDatabaseThatIsAwayIsSaid() {
        away = true;
        assertStatus(503, () -> resource().csv(1, "quarter", null, null));
    }

    private static void assertStatus(int status, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().status())
                .isEqualTo(status));
    }
}
