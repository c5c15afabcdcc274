package de.einsnull.sensors.rules.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * An e-mail of plain text (RFC 5322, MIME).
 *
 * @param id makes the same letter recognisable when it comes twice
 * @param from address of the sender
 * @param to addresses
 * @param subject any text; line breaks become blanks
 * @param body any text
 * @param at when it was written (UTC)
 */
record Letter(String id, String from, List<String> to, String subject, String body, Instant at) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int BYTES_OF_A_WORD = 42;

    Letter {
        to = List.copyOf(to);
    }

    /** The letter as it goes over the wire, lines ending with CR LF, no line beginning with a dot. */
    String text() {
        String domain = from.substring(from.indexOf('@') + 1);
        return String.join(
                "\r\n",
                "Message-ID: <" + id.replaceAll("[^A-Za-z0-9-]", "") + "@" + domain + ">",
                "Date: " + DATE.format(at),
                "From: <" + from + ">",
                "To: <" + String.join(">, <", to) + ">",
                "Subject: " + encoded(subject.replaceAll("\\s+", " ")),
                "Auto-Submitted: auto-generated",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=UTF-8",
                "Content-Transfer-Encoding: base64",
                "",
                Base64.getMimeEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)),
                "");
    }

    /** Encoded words of RFC 2047, each short enough and cut between characters. */
    private static String encoded(String text) {
        var words = new StringBuilder();
        var word = new StringBuilder();
        text.codePoints().forEach(point -> {
            String next = Character.toString(point);
            if (bytes(word + next).length > BYTES_OF_A_WORD) {
                words.append(word(word)).append("\r\n ");
                word.setLength(0);
            }
            word.append(next);
        });
        return words.append(word(word)).toString();
    }

    private static String word(CharSequence text) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes(text.toString())) + "?=";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
