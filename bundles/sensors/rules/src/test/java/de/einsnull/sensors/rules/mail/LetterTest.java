package de.einsnull.sensors.rules.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes over the wire is what mail servers understand, whatever people write into names. */
class LetterTest {

    @Test
    void aSubjectCannotAddHeaders() {
        var letter = letter("Baum\r\nBcc: everybody@city.example", "x");

        assertThat(letter.text()).doesNotContain("Bcc:").doesNotContain("everybody");
        assertThat(letter.text().lines().filter(line -> line.startsWith("Subject:")))
                .hasSize(1);
    }

    @Test
    void longSubjectsAreFoldedBetweenCharacters() {
        var lines = letter("Ä🌳".repeat(60), "x").text().lines().toList();

        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThan(79));
        assertThat(lines.stream().filter(line -> line.contains("=?UTF-8?B?")).count())
                .isGreaterThan(5);
    }

    /** A line with a dot alone would end the letter. */
    @Test
    void noLineOfTheBodyBeginsWithADot() {
        assertThat(letter("s", ".\r\n.\r\n..hidden\r\n").text().lines()).noneMatch(line -> line.startsWith("."));
    }

    @Test
    void theSameLetterIsRecognisable() {
        assertThat(letter("s", "b").text()).contains("Message-ID: <id-1@city.example>");
        assertThat(letter("s", "b").text()).contains("Date: Tue, 24 Nov 2026 12:00:00 +0000");
    }

    private static Letter letter(String subject, String body) {
        return new Letter(
                "id-1",
                "a@city.example",
                List.of("b@city.example"),
                subject,
                body,
                Instant.parse("2026-11-24T12:00:00Z"));
    }
}
