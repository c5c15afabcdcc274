package de.einsnull.sensors.api.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.api.Value;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Without these a codec that decodes wrongly could be put into use. */
class VectorTest {

    private final PayloadCodec codec = new Lht65Codec();

    @Test
    void theExampleOfTheDocumentationPassesItsOwnVectors() {
        assertThat(codec.vectors()).allSatisfy(v -> assertThat(v.check(codec)).isEmpty());
    }

    @Test
    void aWrongValueIsNamed() {
        var vector = Vector.decodes("page 3", 2, "CBF6 0B0D 0376 010ADD7FFF").expect("air_temperature", 20);

        assertThat(vector.check(codec)).hasValueSatisfying(v -> assertThat(v).startsWith("page 3: expected air_temp"));
    }

    @Test
    void aMissingChannelIsNamed() {
        var vector = Vector.decodes("page 3", 2, "CBF60B0D0376010ADD7FFF").expect("door_open", Value.of(true));

        assertThat(vector.check(codec)).isPresent();
    }

    @Test
    void aPayloadThatMustBeRefusedIsRefused() {
        assertThat(Vector.refused("too short", 2, "CB").check(codec)).isEmpty();
        assertThat(Vector.refused("is fine", 2, "CBF60B0D0376010ADD7FFF").check(codec))
                .isPresent();
        assertThat(Vector.decodes("too short", 2, "CB").check(codec)).isPresent();
    }

    @Test
    void aFrameCannotBeChangedByACodecAndIsReadFromTheStartEachTime() {
        var frame = new Frame("a", 1, 0, ByteBuffer.wrap(new byte[] {0, 1, 2}).position(1), Instant.EPOCH);

        assertThat(frame.payload().getShort()).isEqualTo((short) 0x0102);
        assertThat(frame.payload().remaining()).isEqualTo(2);
        assertThat(frame.payload().isReadOnly()).isTrue();
    }

    @Test
    void aVectorKeepsItsExpectationsWhatEverTheCallerDoes() {
        assertThatThrownBy(
                        () -> new Vector("a", 1, "", true, Map.of()).expected().put("x", Value.of(1)))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
