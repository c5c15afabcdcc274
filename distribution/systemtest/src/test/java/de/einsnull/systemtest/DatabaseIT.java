package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.harness.PostgreSql;
import de.einsnull.testkit.city.City;
import de.einsnull.testkit.city.Waits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The database by configuration only, and what citizens see while it is away. */
class DatabaseIT {

    private static final Duration SWITCH = Duration.ofSeconds(30);

    @Test
    void cityItSwitchesToPostgreSqlWhileThePlatformRuns() throws Exception {
        try (PostgreSql postgres = new PostgreSql();
                City city = City.create("switch").withOwnEtc().start()) {
            Path settings = city.etc().resolve("de.einsnull.data.cfg");
            String changed = Files.readString(settings)
                    .replaceFirst("(?m)^url *=.*$", "url = " + postgres.url())
                    .replaceFirst("(?m)^user *=.*$", "user = " + PostgreSql.USER);

            Files.writeString(settings, changed);

            Waits.until("the tables in PostgreSQL", SWITCH, () -> !postgres.schemas()
                    .isEmpty());
            city.awaitReady(SWITCH);
            assertThat(city.get("/health/ready").body()).doesNotContain("h2");
        }
    }

    @Test
    void whileTheDatabaseIsAwayThePlatformSaysSoAndComesBackByItself() throws Exception {
        try (PostgreSql postgres = new PostgreSql();
                City city = postgres.under(City.create("database")).start()) {
            postgres.stop();

            Waits.untilEqual(
                    "readiness", SWITCH, 503, () -> city.get("/health/ready").statusCode());
            assertThat(city.get("/health/ready").body()).contains("Database");
            assertThat(city.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(city.get("/de/").statusCode()).as("the start page").isEqualTo(200);

            postgres.start();
            city.awaitReady(SWITCH);
        }
    }

    /** A wrong address must be a sentence that names it, not a platform that hangs. */
    @Test
    void aDatabaseThatNeverAnswersIsNamed() throws Exception {
        try (City city = City.create("no-database")
                .with("einsnull.database.url", "jdbc:postgresql://127.0.0.1:1/nowhere")
                .launch()) {
            Waits.until("the address in the answer", City.START_LIMIT, () -> city.get("/health/ready")
                    .body()
                    .contains("127.0.0.1:1"));
            assertThat(city.get("/health/ready").statusCode()).isEqualTo(503);
        }
    }
}
