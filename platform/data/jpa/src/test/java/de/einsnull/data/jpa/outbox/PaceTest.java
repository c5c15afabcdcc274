package de.einsnull.data.jpa.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Pace pace = new Pace(POLL, LONGEST);

    /** Else an idle platform would ask its database all the time. */
    @Test
    void slowsDownToThePollingIntervalWhenThereIsNothing() {
        for (var i = 0; i < 20; i++) {
            pace.moved(0, 100);
        }
        assertThat(pace.pause()).isEqualTo(POLL);
    }

    /** Else a backlog would drain at one batch a second. */
    @Test
    void doesNotPauseAfterAFullBatch() {
        pace.moved(100, 100);
        assertThat(pace.pause()).isZero();
    }

    /** Else an event would wait a second although its transaction commits at once. */
    @Test
    void looksAgainSoonAfterAHint() {
        pace.moved(0, 100);
        pace.hinted();
        assertThat(pace.pause()).isLessThan(Duration.ofMillis(20));
    }

    /** Else every new event would make the platform hammer a broker that is away. */
    @Test
    void waitsLongerAfterEachFailureWhateverIsHinted() {
        pace.failed();
        pace.hinted();
        assertThat(pace.pause()).isEqualTo(POLL);
        for (var i = 0; i < 10; i++) {
            pace.failed();
        }
        assertThat(pace.pause()).isEqualTo(LONGEST);
        pace.moved(1, 100);
        assertThat(pace.pause()).isLessThan(POLL);
    }
}
