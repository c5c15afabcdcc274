package de.einsnull.bus.rest;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.bus.api.DeadLetter;
import de.einsnull.bus.api.TopicMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** City IT sees what a message holds, whatever a device sent, and never a screen full of broken characters. */
class LetterViewTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private static LetterView view(byte[] payload) {
        var message = new TopicMessage("ttn/v3/a", payload, Map.of("content-type", "x"), NOON.minusSeconds(9), 5);
        return LetterView.of(new DeadLetter("7", "drivers", "no-codec", "there is no codec", NOON, message));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void everythingThatHelpsToFindTheCauseIsThere() {
        var view = view(utf8("{}"));
        assertThat(view.id()).isEqualTo("7");
        assertThat(view.group()).isEqualTo("drivers");
        assertThat(view.cause()).isEqualTo("no-codec");
        assertThat(view.detail()).isEqualTo("there is no codec");
        assertThat(view.topic()).isEqualTo("ttn/v3/a");
        assertThat(view.at()).isEqualTo(NOON);
        assertThat(view.receivedAt()).isEqualTo(NOON.minusSeconds(9));
        assertThat(view.attempts()).isEqualTo(5);
        assertThat(view.attributes()).containsEntry("content-type", "x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"t\": 21.5}", "zwei\nZeilen\r\n\tund ein Tab", "Straße 🚲 الحرارة"})
    void textIsShownAsText(String text) {
        var view = view(utf8(text));
        assertThat(view.encoding()).isEqualTo("text");
        assertThat(view.payload()).isEqualTo(text);
        assertThat(view.bytes()).isEqualTo(utf8(text).length);
        assertThat(view.truncated()).isFalse();
    }

    /** A control character can hide what stands before it. */
    @Test
    void bytesAndControlCharactersAreShownAsBase64() {
        for (var payload : new byte[][] {
            {(byte) 0xC3}, {(byte) 0xFF, 0}, utf8("a\u0000b"), utf8("a\u001B[2Jb"), utf8("a\u0007"), {(byte) 0xE4}
        }) {
            var view = view(payload);
            assertThat(view.encoding()).as(Arrays.toString(payload)).isEqualTo("base64");
            assertThat(Base64.getDecoder().decode(view.payload())).isEqualTo(payload);
        }
    }

    /** A character of four bytes that the cut goes through is left out, wherever the cut is. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aLongTextIsCutBetweenItsCharacters(int before) {
        var view = view(utf8("x".repeat(before) + "🚲".repeat(2_000)));
        assertThat(view.encoding()).isEqualTo("text");
        assertThat(view.truncated()).isTrue();
        assertThat(view.payload()).endsWith("🚲");
        assertThat(utf8(view.payload())).hasSizeBetween(LetterView.SHOWN - 3, LetterView.SHOWN);
    }

    @Test
    void longBytesAreCutAndTheirLengthIsTold() {
        var payload = new byte[1_000_000];
        Arrays.fill(payload, (byte) 0xFF);
        var view = view(payload);
        assertThat(view.bytes()).isEqualTo(1_000_000);
        assertThat(view.truncated()).isTrue();
        assertThat(Base64.getDecoder().decode(view.payload())).hasSize(LetterView.SHOWN);
        assertThat(view(new byte[LetterView.SHOWN]).truncated()).isFalse();
    }
}
