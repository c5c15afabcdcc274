package de.einsnull.sensors.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.sensors.api.driver.Polled;
import de.einsnull.testkit.MovableClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When the host slows a driver down, leaves it alone for a while, or takes it out of service. */
class LimitsTest {

    private final MovableClock clock = MovableClock.at("2026-11-24T12:00:00Z");

    @Test
    void theBreakerForgivesSingleFailuresAndOpensAfterSeveral() {
        var breaker = new Breaker(false);
        for (int i = 1; i < Polled.FAILURES; i++) {
            breaker.failed();
        }
        assertThat(breaker.isOpen()).isFalse();
        breaker.worked();
        breaker.failed();
        assertThat(breaker.isOpen()).isFalse();
        for (int i = 1; i < Polled.FAILURES; i++) {
            breaker.failed();
        }
        assertThat(breaker.isOpen()).isTrue();
    }

    @Test
    void halfOpenOnePollDecides() {
        var failing = new Breaker(true);
        failing.failed();
        assertThat(failing.isOpen()).isTrue();
        var working = new Breaker(true);
        working.worked();
        working.failed();
        assertThat(working.isOpen()).isFalse();
    }

    @Test
    void pausesGrowUpToTheLongest() {
        assertThat(Times.USUAL.pause(0)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Times.USUAL.pause(3)).isEqualTo(Duration.ofSeconds(16));
        assertThat(Times.USUAL.pause(1_000)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void hangsOfLongAgoAreForgotten() {
        var offences = new Offences(clock);
        for (int i = 0; i < Offences.HANGS * 2; i++) {
            offences.hung();
            clock.advance(Duration.ofMinutes(40));
        }
        assertThat(offences.verdict()).isEmpty();
        for (int i = 0; i < Offences.HANGS; i++) {
            offences.hung();
        }
        assertThat(offences.verdict()).contains("did not return");
        offences.pardon();
        assertThat(offences.verdict()).isEmpty();
    }

    @Test
    void aMessageThatIsHandledMakesUpForThoseThatWereNot() {
        var offences = new Offences(clock);
        for (int i = 0; i < Offences.THROWS * 2; i++) {
            offences.threw();
            if (i % 10 == 9) {
                offences.behaved();
            }
        }
        assertThat(offences.verdict()).isEmpty();
    }

    @Test
    void driversAreSlowedDownTheMoreTheMoreWaits() {
        var waiting = new AtomicLong(Pressure.MOST_WAITING);
        var pressure = new Pressure(waiting::get);
        pressure.look();
        assertThat(pressure.pause()).isEmpty();
        waiting.addAndGet(1);
        pressure.look();
        assertThat(pressure.pause()).contains(Duration.ofSeconds(1));
        waiting.set(Pressure.MOST_WAITING * 100);
        pressure.look();
        assertThat(pressure.pause()).contains(Duration.ofSeconds(30));
        waiting.set(-1);
        pressure.look();
        assertThat(pressure.pause()).as("the broker is away: sending says so").isEmpty();
    }
}
