package de.einsnull.bus.portal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The beginning of a payload, ready to be read by a person.
 *
 * @param content text, or bytes in hexadecimal, 16 a line
 * @param text whether it is text
 * @param shown bytes that are shown
 * @param bytes length of the whole payload
 */
public record Payload(String content, boolean text, int shown, int bytes) {

    private static final int MOST = 4_096;
    private static final int BYTES_A_LINE = 16;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    static Payload of(byte[] payload) {
        var bytes = Arrays.copyOf(payload, Math.min(payload.length, MOST));
        var text = text(bytes, payload.length > MOST);
        return new Payload(text.orElseGet(() -> hex(bytes)), text.isPresent(), bytes.length, payload.length);
    }

    /**
     * Whether more of it exists than is shown.
     *
     * @return true if it was cut
     */
    public boolean cut() {
        return shown < bytes;
    }

    /** The bytes as text if they are UTF-8 without control characters; a character that was cut in two is left out. */
    private static Optional<String> text(byte[] bytes, boolean cut) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var chars = CharBuffer.allocate(bytes.length);
        var result = decoder.decode(ByteBuffer.wrap(bytes), chars, !cut);
        boolean readable = !result.isError() && chars.flip().chars().noneMatch(Payload::isControl);
        return readable ? Optional.of(chars.toString()) : Optional.empty();
    }

    private static boolean isControl(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
    }

    private static String hex(byte[] bytes) {
        var lines = new StringBuilder();
        for (int from = 0; from < bytes.length; from += BYTES_A_LINE) {
            lines.append(HEX.formatHex(bytes, from, Math.min(bytes.length, from + BYTES_A_LINE)))
                    .append('\n');
        }
        return lines.toString();
    }
}
