package de.einsnull.security.core.login;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.testkit.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final MovableClock clock = MovableClock.at("2026-06-01T12:00:00Z");
    private final Attempts attempts = new Attempts(clock, 3, MINUTE, 100);

    /** Else a password could be guessed by trying. */
    @Test
    void stopsAfterTheAllowedFailures() {
        fail("a", 2);
        assertThat(attempts.pause("a")).isZero();
        fail("a", 1);
        assertThat(attempts.pause("a")).isEqualTo(MINUTE);
    }

    /** Else somebody else's attempts would lock a person out for good. */
    @Test
    void allowsOneMoreForEachPeriodThatPasses() {
        fail("a", 3);
        clock.advance(MINUTE.minusSeconds(1));
        assertThat(attempts.pause("a")).isEqualTo(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        assertThat(attempts.pause("a")).isZero();
        fail("a", 1);
        assertThat(attempts.pause("a")).isEqualTo(MINUTE);
        clock.advance(MINUTE.multipliedBy(10));
        fail("a", 2);
        assertThat(attempts.pause("a")).isZero();
    }

    /** Else a flood of failures would make the pause grow without end. */
    @Test
    void neverPausesLongerThanOnePeriod() {
        fail("a", 1_000);
        assertThat(attempts.pause("a")).isEqualTo(MINUTE);
    }

    @Test
    void countsEachKeyForItself() {
        fail("a", 3);
        assertThat(attempts.pause("b")).isZero();
    }

    @Test
    void forgetsFailuresAfterASuccess() {
        fail("a", 2);
        attempts.succeeded("a");
        fail("a", 2);
        assertThat(attempts.pause("a")).isZero();
    }

    /** Else made-up names would fill the memory. */
    @Test
    void forgetsTheKeysUsedLongestAgo() {
        fail("a", 3);
        for (var i = 0; i < 100; i++) {
            fail("other" + i, 1);
        }
        assertThat(attempts.pause("a")).isZero();
    }

    private void fail(String key, int times) {
        for (var i = 0; i < times; i++) {
            attempts.failed(key);
        }
    }
}
