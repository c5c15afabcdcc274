package de.einsnull.sensors.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.driver.Frame;
import de.einsnull.sensors.api.driver.PayloadCodec;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.UndecodableFrameException;
import de.einsnull.sensors.api.driver.Vector;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each of these codecs has one mistake that was made before; a check that lets it pass is worth nothing. */
class CodecCheckTest {

    /** Two bytes: hundredths of a degree. */
    private static class Thermometer implements PayloadCodec {

        @Override
        public List<Channel> channels() {
            return List.of(Channel.number("air_temperature", "Cel", "urn:t"));
        }

        @Override
        public List<Vector> vectors() {
            return List.of(
                    Vector.decodes("page 3", 1, "0866").expect("air_temperature", 21.5),
                    Vector.refused("cut", 1, "08"));
        }

        @Override
        public List<Reading> decode(Frame frame) throws UndecodableFrameException {
            var bytes = frame.payload();
            if (bytes.remaining() != 2) {
                throw new UndecodableFrameException("expected 2 bytes, got " + bytes.remaining());
            }
            return List.of(read(bytes, frame));
        }

        Reading read(ByteBuffer bytes, Frame frame) {
            return new Reading("air_temperature", bytes.getShort() / 100.0, "Cel", frame.receivedAt());
        }
    }

    @Test
    void aGoodCodecPasses() throws Exception {
        var check = new CodecCheck(new Thermometer());
        assertThatCode(check::all).doesNotThrowAnyException();
        assertThat(check.decode(1, "FF 9C")).extracting(Reading::channel).containsExactly("air_temperature");
    }

    @Test
    void aWrongNumberIsFound() {
        var codec = new Thermometer() {
            @Override
            Reading read(ByteBuffer bytes, Frame frame) {
                return new Reading("air_temperature", bytes.getShort() / 10.0, "Cel", frame.receivedAt());
            }
        };
        assertThatThrownBy(() -> new CodecCheck(codec).all()).hasMessageContaining("page 3");
    }

    @Test
    void aCodecWithoutExamplesIsFound() {
        var codec = new Thermometer() {
            @Override
            public List<Vector> vectors() {
                return List.of();
            }
        };
        assertThatThrownBy(() -> new CodecCheck(codec).all()).hasMessageContaining("examples of the manufacturer");
    }

    @Test
    void anotherUnitThanDeclaredIsFound() {
        var codec = new Thermometer() {
            @Override
            Reading read(ByteBuffer bytes, Frame frame) {
                return new Reading("air_temperature", bytes.getShort() / 100.0, "K", frame.receivedAt());
            }
        };
        assertThatThrownBy(() -> new CodecCheck(codec).all()).hasMessageContaining("could have said");
    }

    @Test
    void readingBehindTheEndIsFound() {
        var codec = new Thermometer() {
            @Override
            public List<Reading> decode(Frame frame) throws UndecodableFrameException {
                if (frame.port() == 1) {
                    return super.decode(frame);
                }
                return List.of(read(frame.payload(), frame));
            }
        };
        assertThatThrownBy(() -> new CodecCheck(codec).all())
                .hasMessageContaining("neither decoded nor refused")
                .hasRootCauseInstanceOf(BufferUnderflowException.class);
    }

    @Test
    void aDivisionByWhatTheDeviceSendsIsFound() {
        var codec = new Thermometer() {
            @Override
            Reading read(ByteBuffer bytes, Frame frame) {
                double number = bytes.get(1) == 0 ? Double.NaN : bytes.getShort() / 100.0;
                return new Reading("air_temperature", number, "Cel", frame.receivedAt());
            }
        };
        assertThatThrownBy(() -> new CodecCheck(codec).all()).hasMessageContaining("air_temperature");
    }
}
