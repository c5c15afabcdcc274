package de.einsnull.sensors.core.host;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.bus.api.TopicMessage;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.driver.Limits;
import de.einsnull.sensors.core.TestDatabase.Kind;
import de.einsnull.sensors.core.TestPlatform;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever comes in is counted by cause and kept for the operator, and the next good value is stored all the same. */
@Timeout(60)
class BadInputTest {

    private final TestPlatform test = new TestPlatform(Kind.H2);
    private final ByteDriver driver = new ByteDriver("a");

    @BeforeEach
    void open() throws Exception {
        test.register("a", "d", "");
        test.host.bind("a", driver);
        eventually("open", () -> test.bus.isOpen("sensors.a"));
    }

    @AfterEach
    void close() {
        test.close();
    }

    @ParameterizedTest
    @CsvSource({
        "d, not numbers, malformed",
        "d, '', malformed",
        "d, throw, driver-failed",
        "d, infinite, not-finite",
        "d, future, future-time",
        "d, past, past-time",
        "d, type, wrong-type",
        "d, unit, wrong-type",
        "d, channel, unknown-channel",
        "d, novel, oversized",
        "stranger, 1 1, unknown-device",
    })
    void oneBadMessageIsPutAsideAndTheOthersGoOn(String device, String payload, String outcome) throws Exception {
        test.bus.send("test/a/" + device, payload);
        test.bus.send("test/a/d", "7 7");

        eventually("the good one is stored", () -> test.database.count("observation") == 1);
        assertThat(test.bus.list(Optional.of("sensors.a"), 10)).singleElement().satisfies(l -> {
            assertThat(l.cause()).isEqualTo(outcome);
            assertThat(l.detail()).isNotBlank();
            assertThat(l.message().payload()).asString().isEqualTo(payload);
        });
        eventually("counted", () -> test.ledger("a", outcome) == 1);
        assertThat(test.metrics.counted("sensors.outcomes outcome " + outcome)).isEqualTo(1);
    }

    @Test
    void theGoodReadingsOfAMessageAreStoredAndItIsKeptBecauseOfTheBadOne() throws Exception {
        test.bus.send("test/a/d", "nan");

        eventually("stored", () -> test.database.count("observation") == 1);
        assertThat(test.bus.list(Optional.empty(), 10)).singleElement().satisfies(l -> assertThat(l.cause())
                .isEqualTo(Outcomes.NOT_FINITE));
    }

    @Test
    void aMessageThatIsTooLongIsNotGivenToTheDriver() throws Exception {
        test.bus.send(TopicMessage.of("test/a/d", new byte[Limits.MESSAGE_BYTES + 1], Map.of()));

        eventually("put aside", () -> test.bus.count() == 1);
        assertThat(test.bus.list(Optional.empty(), 1).get(0).cause()).isEqualTo(Outcomes.OVERSIZED);
    }

    @Test
    void aMessageOfAnUnknownDeviceIsStoredWhenTheDeviceWasRegisteredAndItIsReplayed() throws Exception {
        test.bus.send("test/a/new", "1 5");
        eventually("put aside", () -> test.bus.count() == 1);
        test.ingest.tally().flush();
        assertThat(test.registry.unknown(10)).singleElement().satisfies(u -> {
            assertThat(u.externalId()).isEqualTo("new");
            assertThat(u.messages()).isEqualTo(1);
        });

        test.register("a", "new", "");
        test.bus.replay(test.bus.list(Optional.empty(), 1).get(0).id());

        eventually("stored", () -> test.database.count("observation") == 1);
        assertThat(test.registry.unknown(10)).isEmpty();
        assertThat(test.bus.count()).isZero();
    }

    @Test
    void whateverStandsInTheIngestTopicIsNotStoredBlindly() throws Exception {
        test.bus.send("sensors/ingest/a", "{not json");
        test.bus.send("sensors/ingest/a", "[]");
        test.bus.send("sensors/ingest/a", "{\"d\":\"d\",\"s\":1,\"r\":\"yesterday\",\"o\":[]}");
        test.bus.send("sensors/ingest/a", report("ghost", "1.5", "2026-11-24T12:00:00Z"));
        test.bus.send("sensors/ingest/a", report("d", "\"NaN\"", "2026-11-24T12:00:00Z"));
        test.bus.send("sensors/ingest/a", report("d", "1.5", "2999-01-01T00:00:00Z"));
        test.bus.send("sensors/ingest/a", report("d", "1.5", "2026-11-24T12:00:00Z"));

        eventually("the good one is stored", () -> test.database.count("observation") == 1);
        eventually("the others are kept", () -> test.bus.count() == 6);
        assertThat(test.ledger("a", Outcomes.MALFORMED)).isEqualTo(3);
        assertThat(test.ledger("a", Outcomes.UNKNOWN_DEVICE)).isEqualTo(1);
        assertThat(test.ledger("a", Outcomes.NOT_FINITE)).isEqualTo(1);
        assertThat(test.ledger("a", Outcomes.FUTURE_TIME)).isEqualTo(1);
    }

    private static String report(String device, String number, String time) {
        return "{\"d\":\"" + device + "\",\"s\":1,\"r\":\"2026-11-24T12:00:01Z\",\"o\":[{\"c\":\"n\",\"t\":\"NUMBER\","
                + "\"u\":\"1\",\"p\":\"urn:n\",\"k\":\"n\",\"at\":\"" + time + "\",\"n\":" + number + "}]}";
    }
}
