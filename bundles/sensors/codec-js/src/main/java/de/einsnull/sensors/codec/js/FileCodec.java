package de.einsnull.sensors.codec.js;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.driver.Frame;
import de.einsnull.sensors.api.driver.PayloadCodec;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.UndecodableFrameException;
import de.einsnull.sensors.api.driver.Vector;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A codec that a folder describes. */
final class FileCodec implements PayloadCodec {

    private final CodecFile file;
    private final Program program;

    FileCodec(CodecFile file, Program program) {
        this.file = file;
        this.program = program;
    }

    CodecFile file() {
        return file;
    }

    /** The first example that does not come out as it says, or cannot be run; empty if all are right. */
    Optional<String> mistake() {
        for (Example example : file.examples()) {
            var wrong = mistake(example);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private Optional<String> mistake(Example example) {
        try {
            return example.mistake(program.run(
                    example.port(), example.bytes(), example.receivedAt().orElse(Instant.EPOCH)));
        } catch (ProgramException e) {
            return Optional.of("'" + example.description() + "': " + e.getMessage());
        }
    }

    @Override
    public List<Channel> channels() {
        return file.fields().stream().map(Field::channel).toList();
    }

    @Override
    public List<Vector> vectors() {
        return file.examples().stream().map(this::vector).toList();
    }

    private Vector vector(Example example) {
        var hex = HexFormat.of().formatHex(example.bytes());
        if (!example.isValid()) {
            return Vector.refused(example.description(), example.port(), hex);
        }
        var vector = Vector.decodes(example.description(), example.port(), hex);
        if (example.receivedAt().isPresent()) {
            return vector;
        }
        for (Field field : file.fields()) {
            var value = field.value(field.in(example.expected().data()));
            if (value.isPresent()) {
                vector = vector.expect(field.channel().id(), value.get());
            }
        }
        return vector;
    }

    @Override
    public List<Reading> decode(Frame frame) throws UndecodableFrameException {
        var payload = frame.payload();
        var bytes = new byte[payload.remaining()];
        payload.get(bytes);
        try {
            var output = program.run(frame.port(), bytes, frame.receivedAt());
            if (!output.errors().isEmpty()) {
                throw new UndecodableFrameException(shortened(String.join("; ", output.errors())));
            }
            return file.fields().stream()
                    .flatMap(field -> field.reading(output.data(), frame.receivedAt()).stream())
                    .toList();
        } catch (ProgramException e) {
            throw new UndecodableFrameException(
                    e.isAbuse() ? Outcomes.CODEC_TIMEOUT : Outcomes.CODEC_FAILED,
                    "codec '" + file.model() + "': " + e.getMessage(),
                    e);
        }
    }

    private static String shortened(String text) {
        var said = text.isBlank() ? "the codec gives an error without words" : text;
        return said.length() > 500 ? said.substring(0, 500) + " ..." : said;
    }

    void close() {
        program.close();
    }
}
