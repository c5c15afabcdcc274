package de.einsnull.sensors.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Report;
import de.einsnull.sensors.core.ingest.Wire.Measured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Without these a report could change on its way to the store, or a broken one could stop it. */
class WireTest {

    private static final Instant AT = Instant.parse("2026-11-24T12:00:00.123456789Z");

    private final List<Measured> readings = List.of(
            new Measured(new Reading("n", 0.1 + 0.2, "Cel", AT), Channel.number("n", "Cel", "urn:n")),
            new Measured(new Reading("b", true, AT), Channel.flag("b", "urn:b")),
            new Measured(new Reading("x", "Straße \"1\"\n", AT), Channel.text("x", "urn:x")));
    private final Report report = new Report(
            "A8-ü/7",
            Long.MAX_VALUE,
            AT,
            readings.stream().map(Measured::reading).toList());

    @Test
    void aReportArrivesAsItWasSent() throws Exception {
        var parsed = Wire.read(Wire.write(report, readings));

        assertThat(parsed).isEqualTo(new Wire.Parsed("A8-ü/7", Long.MAX_VALUE, AT, readings));
    }

    @Test
    void nothingButAnExceptionAboutTheInputComesOfAnyInput() {
        var random = new Random(7);
        var good = Wire.write(report, readings);
        for (int i = 0; i < 20_000; i++) {
            var bytes = good.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) (32 + random.nextInt(95));
            }
            readOrRefuse(bytes);
        }
        for (String odd : List.of("", "null", "1", "\"a\"", "{}", "[[[", "{\"d\":{},\"s\":[],\"r\":1,\"o\":{}}")) {
            readOrRefuse(odd.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void readOrRefuse(byte[] bytes) {
        try {
            assertThat(Wire.read(bytes)).isNotNull();
        } catch (IOException expected) {
            assertThat(expected).hasMessageMatching("(?s).*");
        }
    }
}
