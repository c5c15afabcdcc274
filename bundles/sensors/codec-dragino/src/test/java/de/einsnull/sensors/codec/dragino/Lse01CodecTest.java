package de.einsnull.sensors.codec.dragino;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.driver.Frame;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.UndecodableFrameException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Without these a tree could be watered, or left dry, because of a wrong number. */
class Lse01CodecTest {

    private final Lse01Codec codec = new Lse01Codec();

    @Test
    void publishedExamplesComeOutAsPublished() {
        assertThat(codec.vectors()).allSatisfy(v -> assertThat(v.check(codec)).isEmpty());
    }

    @Test
    void soilBelowFreezingIsNegative() throws Exception {
        var readings = decode(2, "0B450000 05DC FF7E 00C8 00");

        // The manual subtracts 0xFFFF and gets -1.29; two's complement, which the sensor uses, gives -1.30.
        assertThat(readings)
                .filteredOn(r -> r.channel().equals("soil_temperature"))
                .singleElement()
                .satisfies(r -> assertThat(r.value()).isEqualTo(Value.of(-1.30)));
    }

    @Test
    void everyReadingHasADeclaredChannelWithItsUnit() throws Exception {
        assertThat(decode(2, "CE2900F107A5099B6E2890")).allSatisfy(r -> assertThat(codec.channels())
                .anyMatch(c -> c.id().equals(r.channel()) && c.unit().equals(r.unit())));
    }

    @Test
    void otherPortsCarryNoReadings() throws Exception {
        assertThat(decode(5, "01")).isEmpty();
    }

    @Test
    void noBytesWhatsoeverMakeItFailInAnyOtherWay() {
        var random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            var bytes = new byte[random.nextInt(20)];
            random.nextBytes(bytes);
            assertThatCode(() -> {
                        try {
                            codec.decode(new Frame("d", 2, 0, ByteBuffer.wrap(bytes), Instant.EPOCH));
                        } catch (UndecodableFrameException expected) {
                            assertThat(expected).hasMessageContaining("11 bytes");
                        }
                    })
                    .doesNotThrowAnyException();
        }
    }

    private List<Reading> decode(int port, String hex) throws UndecodableFrameException {
        var bytes = ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", "")));
        return codec.decode(new Frame("d", port, 0, bytes, Instant.EPOCH));
    }
}
