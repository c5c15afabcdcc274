package de.einsnull.bus.rest;

import de.einsnull.bus.api.DeadLetter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * A dead letter as it is shown.
 *
 * @param id identifies it
 * @param group group that could not handle it
 * @param cause stable code
 * @param detail what exactly went wrong
 * @param at when it was put aside
 * @param topic topic it was published on
 * @param receivedAt when the broker took it
 * @param attempts how often it was tried
 * @param attributes what travelled along
 * @param payload beginning of the content
 * @param encoding {@code text} or {@code base64}
 * @param bytes length of the whole content
 * @param truncated whether more of it exists than is shown
 */
public record LetterView(
        String id,
        String group,
        String cause,
        String detail,
        Instant at,
        String topic,
        Instant receivedAt,
        int attempts,
        Map<String, String> attributes,
        String payload,
        String encoding,
        int bytes,
        boolean truncated) {

    /** Most bytes of a payload that are shown. */
    static final int SHOWN = 4_096;

    static LetterView of(DeadLetter letter) {
        var message = letter.message();
        var payload = message.payload();
        var shown = Arrays.copyOf(payload, Math.min(payload.length, SHOWN));
        var cut = payload.length > SHOWN;
        var text = text(shown, cut);
        return new LetterView(
                letter.id(),
                letter.group(),
                letter.cause(),
                letter.detail(),
                letter.at(),
                message.topic(),
                message.receivedAt(),
                message.attempt(),
                message.attributes(),
                text.orElseGet(() -> Base64.getEncoder().encodeToString(shown)),
                text.isPresent() ? "text" : "base64",
                payload.length,
                cut);
    }

    /** The bytes as text if they are UTF-8; a character that the cut went through is left out. */
    private static Optional<String> text(byte[] bytes, boolean cut) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var chars = CharBuffer.allocate(bytes.length);
        var result = decoder.decode(ByteBuffer.wrap(bytes), chars, !cut);
        if (result.isError() || hasControls(chars.flip())) {
            return Optional.empty();
        }
        return Optional.of(chars.toString());
    }

    private static boolean hasControls(CharBuffer chars) {
        return chars.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    }
}
