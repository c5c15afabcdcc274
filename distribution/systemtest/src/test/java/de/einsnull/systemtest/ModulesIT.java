package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.harness.PartnerBundle;
import de.einsnull.harness.PartnerPage;
import de.einsnull.testkit.city.City;
import de.einsnull.testkit.city.Waits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A power cut in the middle of an update must not leave the city between two versions. */
class ModulesIT {

    private static final Duration SOON = Duration.ofSeconds(15);

    @Test
    void anUpdateThatWasKilledIsUndoneAndAServerTakesNoUnsignedModule() throws Exception {
        try (City city = City.create("modules").start()) {
            Path file = page("1.0.0", "first").dropInto(city.deploy());
            answers(city, "first");
            awaitState(city, "\"version\" : \"1.0.0\"");

            // Its tables never come, so that the platform waits for it to become well.
            page("2.0.0", "second")
                    .header("EinsNull-Schema", "partner")
                    .resource("db/migration/V1__broken.sql", "this is no SQL")
                    .dropInto(city.deploy());
            awaitState(city, "\"toVersion\" : \"2.0.0\"");
            answers(city, "second");
            city.kill();

            city.with("einsnull.development", "false").start();
            answers(city, "first");
            assertThat(city.data().resolve("modules/history.jsonl"))
                    .content()
                    .contains("\"toVersion\":\"2.0.0\",\"outcome\":\"ROLLED_BACK\"", "mitten im Vorgang");
            Path refusal = file.resolveSibling(file.getFileName() + ".refused.txt");
            Waits.until(
                    "the file to be refused",
                    SOON,
                    () -> Files.exists(refusal) && Files.readString(refusal).contains("[not-signed]"));
            answers(city, "first");
        }
    }

    private static void awaitState(City city, String text) {
        Path state = city.data().resolve("modules/state.json");
        Waits.until(
                "the state to say " + text,
                SOON,
                () -> Files.exists(state) && Files.readString(state).contains(text));
    }

    private static void answers(City city, String text) {
        Waits.until("the page to say " + text, SOON, () -> city.get("/de/partner")
                .body()
                .equals(text));
    }

    private static PartnerBundle page(String version, String text) {
        return PartnerPage.of("de.example.partner", version, "partner", text);
    }
}
