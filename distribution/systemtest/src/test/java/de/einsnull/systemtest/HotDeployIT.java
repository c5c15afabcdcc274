package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.harness.PartnerBundle;
import de.einsnull.harness.PartnerPage;
import de.einsnull.testkit.city.City;
import de.einsnull.testkit.city.Waits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A partner's module appears, changes and vanishes while visitors use the rest. */
@ExtendWith(DemoCity.class)
class HotDeployIT {

    private static final Duration APPEARS = Duration.ofSeconds(5);
    private static final int ROUNDS = 7;
    private static final List<String> OTHERS = List.of(
            "/de/",
            "/de/stadtkarte",
            "/health/live",
            "/api",
            "/sensorthings/v1.1/Things?$top=20",
            "/sensorthings/v1.1/Datastreams?$top=20");

    @Test
    void twentyOneComingsChangesAndGoingsCostNoRequestOfTheOthers(City city) throws Exception {
        try (SteadyLoad load = new SteadyLoad(city, OTHERS)) {
            for (int round = 0; round < ROUNDS; round++) {
                Path file = page("1.0." + round, "first").dropInto(city.deploy());
                answers(city, "first");
                page("1.1." + round, "second").dropInto(city.deploy());
                answers(city, "second");
                Files.delete(file);
                vanishes(city);
            }

            assertThat(load.failures()).isEmpty();
            assertThat(load.requests()).isGreaterThan(200);
        }
    }

    /** A broken module must not be worse than no module. */
    @Test
    void aJarThatIsNoneDisturbsNobody(City city) throws Exception {
        Path broken = city.deploy().resolve("broken.jar");
        Files.writeString(broken, "this is not a jar");
        try {
            Path file = page("2.0.0", "after a broken one").dropInto(city.deploy());
            answers(city, "after a broken one");
            Files.delete(file);
            assertThat(city.get("/health/ready").statusCode()).isEqualTo(200);
        } finally {
            Files.delete(broken);
        }
        vanishes(city);
    }

    private static void answers(City city, String text) {
        Waits.until("the page to say " + text, APPEARS, () -> {
            var answer = city.get("/de/partner");
            return answer.statusCode() == 200 && answer.body().equals(text);
        });
    }

    /** A page that was there a moment ago is answered with 503: its module may just be updated. */
    private static void vanishes(City city) {
        Waits.untilEqual("the status of the page", APPEARS, 503, () -> city.get("/de/partner")
                .statusCode());
    }

    private static PartnerBundle page(String version, String text) {
        return PartnerPage.of("de.example.partner", version, "partner", text);
    }
}
