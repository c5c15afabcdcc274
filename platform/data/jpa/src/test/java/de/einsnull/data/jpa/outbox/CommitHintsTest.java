package de.einsnull.data.jpa.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CommitHintsTest {

    private final CommitHints hints = new CommitHints();

    /** Else the relay would sleep on although an event is there. */
    @Test
    void wakesAtOnceAfterAnAppend() throws Exception {
        hints.appended();
        assertThat(hints.await(Duration.ofSeconds(30))).isTrue();
    }

    /** Else a thousand events of one transaction would wake the relay a thousand times. */
    @Test
    void countsManyAppendsAsOne() throws Exception {
        for (var i = 0; i < 1_000; i++) {
            hints.appended();
        }
        assertThat(hints.await(Duration.ZERO)).isTrue();
        assertThat(hints.await(Duration.ZERO)).isFalse();
    }
}
