package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.harness.Ingest;
import de.einsnull.testkit.city.City;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A power cut while gateways deliver. */
class CrashIT {

    private static final int MESSAGES = 20_000;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** What was acknowledged to a gateway is not kept there: if it were lost here, it would be lost for good. */
    @Test
    void everyAcknowledgedReadingIsStoredExactlyOnceAcrossKillMinus9() throws Exception {
        try (City city = City.create("crash").withDemo().start()) {
            Ingest ingest = new Ingest(city, MESSAGES, LIMIT);

            ingest.sendAcrossKill();

            ingest.awaitStored();
            assertThat(ingest.stored()).isEqualTo(ingest.expected());
            assertThat(ingest.differences()).isEmpty();
        }
    }
}
