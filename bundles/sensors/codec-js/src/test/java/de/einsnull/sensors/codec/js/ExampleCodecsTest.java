package de.einsnull.sensors.codec.js;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.driver.Frame;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.UndecodableFrameException;
import de.einsnull.sensors.testkit.CodecCheck;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The examples that newcomers copy. */
class ExampleCodecsTest {

    private static final Path EXAMPLES = Path.of("../../../examples/codecs");
    private static final Instant AT = Instant.parse("2026-11-24T12:00:00Z");

    private final Scripts scripts = new Scripts();

    @AfterEach
    void end() {
        scripts.close();
    }

    private FileCodec codec(String model) throws Exception {
        var file = CodecFile.read(EXAMPLES.resolve(model));
        return new FileCodec(file, scripts.program(file));
    }

    private static List<Reading> decode(FileCodec codec, int port, String hex) throws UndecodableFrameException {
        return codec.decode(
                new Frame("a", port, 1, ByteBuffer.wrap(HexFormat.of().parseHex(hex)), AT));
    }

    @Test
    void theScriptGivesReadingsInTheUnitsOfTheCity() throws Exception {
        var codec = codec("einsnull-bodenfuehler");

        assertThat(codec.mistake()).isEmpty();
        assertThat(decode(codec, 10, "0D7A00B90834"))
                .containsExactly(
                        new Reading("soil_moisture", 18.5, "%", AT),
                        new Reading("soil_temperature", 21.0, "Cel", AT),
                        new Reading("battery_voltage", 3.45, "V", AT));
        assertThat(decode(codec, 99, "01")).isEmpty();
        assertThatThrownBy(() -> decode(codec, 10, "0B22"))
                .isInstanceOfSatisfying(UndecodableFrameException.class, e -> assertThat(e.outcome())
                        .isEqualTo(Outcomes.UNDECODABLE))
                .hasMessage("expected 6 bytes, got 2");
    }

    @Test
    void theLayoutNeedsNoScript() throws Exception {
        var codec = codec("einsnull-pegel");

        assertThat(codec.mistake()).isEmpty();
        assertThat(decode(codec, 5, "0BB8D00701"))
                .containsExactly(
                        new Reading("water_level", 300, "cm", AT),
                        new Reading("water_temperature", 20, "Cel", AT),
                        new Reading("flooded", true, AT));
        assertThat(decode(codec, 6, "01")).isEmpty();
    }

    @Test
    void bothKeepTheContractOfCodecs() throws Exception {
        new CodecCheck(codec("einsnull-pegel")).all();
        var check = new CodecCheck(codec("einsnull-bodenfuehler"));
        check.vectorsComeOutAsPublished();
        check.readingsAreDeclared();
    }

    @Test
    void aScriptThatFailsIsSaidToTheOperator() throws Exception {
        var file = CodecFile.read(EXAMPLES.resolve("einsnull-bodenfuehler"));
        var codec = new FileCodec(file, scripts.decoding("throw new Error('up');"));

        assertThatThrownBy(() -> decode(codec, 10, "00"))
                .isInstanceOfSatisfying(UndecodableFrameException.class, e -> assertThat(e.outcome())
                        .isEqualTo(Outcomes.CODEC_FAILED))
                .hasMessage("codec 'einsnull-bodenfuehler': it threw Error: up");
    }
}
