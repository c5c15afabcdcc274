package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.testkit.city.City;
import de.einsnull.testkit.city.Waits;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An external broker by configuration only, and what happens while it is away. */
class BrokerIT {

    private static final Duration LIMIT = Duration.ofSeconds(40);

    @Test
    void whileTheBrokerIsAwayThePlatformSaysSoAndComesBackByItself() throws Exception {
        try (Broker broker = new Broker();
                City city = City.create("broker")
                        .with("einsnull.bus.mode", "external")
                        .with("einsnull.broker.url", broker.url())
                        .start()) {
            broker.kill();

            Waits.untilEqual(
                    "readiness", LIMIT, 503, () -> city.get("/health/ready").statusCode());
            assertThat(city.get("/health/ready").body()).contains(broker.url());
            assertThat(city.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(city.get("/de/").statusCode()).as("the start page").isEqualTo(200);

            broker.start();
            city.awaitReady(LIMIT);
        }
    }
}
