package de.einsnull.sensors.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.driver.Frame;
import de.einsnull.sensors.api.driver.PayloadCodec;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.UndecodableFrameException;
import de.einsnull.sensors.api.driver.Vector;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Checks that a codec keeps its contract. A codec that fails one of these is not put into use by the platform, or shows a
 * city wrong numbers.
 */
public final class CodecCheck {

    private static final int FRAMES = 5_000;
    private static final int MAX_PORT = 223;

    private final PayloadCodec codec;
    private final Random random = new Random(1);

    /**
     * A check.
     *
     * @param codec the codec under test
     */
    public CodecCheck(PayloadCodec codec) {
        this.codec = codec;
    }

    /**
     * Runs all checks.
     *
     * @throws AssertionError if one fails
     */
    public void all() {
        vectorsComeOutAsPublished();
        readingsAreDeclared();
        survivesAnyBytes();
    }

    /**
     * There are examples, and each comes out as it says.
     *
     * @throws AssertionError if not
     */
    public void vectorsComeOutAsPublished() {
        assertThat(codec.vectors())
                .as("examples of the manufacturer")
                .isNotEmpty()
                .extracting(vector -> vector.check(codec))
                .containsOnly(Optional.empty());
    }

    /**
     * Every channel is declared once, and every reading of the examples has a declared channel with its type and unit.
     *
     * @throws AssertionError if not
     */
    public void readingsAreDeclared() {
        assertThat(codec.channels()).extracting(Channel::id).isNotEmpty().doesNotHaveDuplicates();
        for (Vector vector : codec.vectors()) {
            if (vector.valid()) {
                decoded(vector.port(), bytes(vector.hex())).orElse(List.of()).forEach(this::isDeclared);
            }
        }
    }

    /**
     * Whatever a radio brings in: the codec decodes it into declared readings with finite numbers or refuses it, with a
     * sentence for the operator. Tries 10,000 frames: random bytes, and examples in which bytes were changed or lost;
     * always the same ones.
     *
     * @throws AssertionError if anything else happens
     */
    public void survivesAnyBytes() {
        var examples = codec.vectors();
        int longest =
                examples.stream().mapToInt(v -> bytes(v.hex()).length).max().orElse(0);
        for (int i = 0; i < FRAMES; i++) {
            var example = examples.get(random.nextInt(examples.size()));
            int port = i % 2 == 0 ? example.port() : random.nextInt(MAX_PORT + 1);
            var noise = new byte[random.nextInt(longest + 5)];
            random.nextBytes(noise);
            decoded(port, noise).orElse(List.of()).forEach(this::isDeclared);
            decoded(example.port(), damaged(bytes(example.hex())))
                    .orElse(List.of())
                    .forEach(this::isDeclared);
        }
    }

    /**
     * Decodes one payload, received at {@link Instant#EPOCH}.
     *
     * @param port application port
     * @param hex hexadecimal digits, blanks allowed
     * @return its readings
     * @throws UndecodableFrameException if the codec refuses it
     */
    public List<Reading> decode(int port, String hex) throws UndecodableFrameException {
        return codec.decode(frame(port, bytes(hex)));
    }

    private Optional<List<Reading>> decoded(int port, byte[] bytes) {
        try {
            return Optional.of(codec.decode(frame(port, bytes)));
        } catch (UndecodableFrameException refused) {
            assertThat(refused.getMessage()).as("what the operator reads").isNotBlank();
            return Optional.empty();
        } catch (RuntimeException e) {
            throw new AssertionError(
                    "Port " + port + ", " + HexFormat.of().formatHex(bytes) + ": neither decoded nor refused", e);
        }
    }

    private byte[] damaged(byte[] bytes) {
        var result = Arrays.copyOf(bytes, random.nextInt(4) == 0 ? random.nextInt(bytes.length + 2) : bytes.length);
        for (int change = random.nextInt(3); change >= 0 && result.length > 0; change--) {
            result[random.nextInt(result.length)] = (byte) random.nextInt(256);
        }
        return result;
    }

    private void isDeclared(Reading reading) {
        assertThat(codec.channels())
                .as("channels that could have said %s", reading)
                .anyMatch(channel -> channel.id().equals(reading.channel())
                        && channel.type() == reading.value().type()
                        && channel.unit().equals(reading.unit()));
        if (reading.value() instanceof Value.Quantity quantity) {
            assertThat(quantity.number()).as(reading.channel()).isFinite();
        }
    }

    private static Frame frame(int port, byte[] bytes) {
        return new Frame("device", port, 0, ByteBuffer.wrap(bytes), Instant.EPOCH);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
