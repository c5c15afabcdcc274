package de.einsnull.sensors.codec.nwave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import de.einsnull.sensors.api.driver.Frame;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.UndecodableFrameException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Without these drivers would be sent to bays that are taken. */
class Nps405CodecTest {

    private final Nps405Codec codec = new Nps405Codec();

    @Test
    void publishedExamplesComeOutAsPublished() {
        assertThat(codec.vectors()).allSatisfy(v -> assertThat(v.check(codec)).isEmpty());
    }

    @Test
    void theTagOfADriverIsNotRead() throws Exception {
        assertThat(decode(10, "D11F345678")).singleElement().satisfies(r -> assertThat(r.channel())
                .isEqualTo("occupied"));
    }

    @Test
    void everyReadingHasADeclaredChannelWithItsUnit() throws Exception {
        assertThat(decode(2, "00D3D800590B")).hasSize(3).allSatisfy(r -> assertThat(codec.channels())
                .anyMatch(c -> c.id().equals(r.channel()) && c.unit().equals(r.unit())));
    }

    @Test
    void debugMessagesCarryNoReadings() throws Exception {
        assertThat(decode(6, "0102")).isEmpty();
    }

    @Test
    void noBytesWhatsoeverMakeItFailInAnyOtherWay() {
        var random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            var bytes = new byte[random.nextInt(8)];
            int port = random.nextInt(12);
            random.nextBytes(bytes);
            assertThatCode(() -> {
                        try {
                            codec.decode(new Frame("d", port, 0, ByteBuffer.wrap(bytes), Instant.EPOCH));
                        } catch (UndecodableFrameException expected) {
                            assertThat(expected).hasMessageContaining("bytes or more");
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
