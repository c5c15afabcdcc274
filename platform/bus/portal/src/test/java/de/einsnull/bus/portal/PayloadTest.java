package de.einsnull.bus.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** An operator must be able to read what a device sent, and must not be shown bytes as broken letters. */
class PayloadTest {

    private static Payload text(String text) {
        return Payload.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void textIsShownAsText() {
        assertThat(text("{\"t\":\n21.5, \"ß\"}").content()).isEqualTo("{\"t\":\n21.5, \"ß\"}");
    }

    @Test
    void bytesAreShownInHexSixteenALine() {
        var bytes = new byte[17];
        bytes[16] = -1;
        var payload = Payload.of(bytes);
        assertThat(payload.text()).isFalse();
        assertThat(payload.content()).isEqualTo("00 ".repeat(15) + "00\nff\n");
    }

    @Test
    void longTextIsCutBetweenLetters() {
        var payload = text("x" + "ä".repeat(5_000));
        assertThat(payload.content()).isEqualTo("x" + "ä".repeat(2_047));
        assertThat(payload.cut()).isTrue();
        assertThat(payload.bytes()).isEqualTo(10_001);
    }

    @Test
    void emptyIsText() {
        assertThat(text("")).isEqualTo(new Payload("", true, 0, 0));
    }
}
