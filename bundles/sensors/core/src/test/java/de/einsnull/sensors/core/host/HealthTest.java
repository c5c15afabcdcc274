package de.einsnull.sensors.core.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.DriverState;
import de.einsnull.testkit.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Without these the page of city IT could show a state that is not so. */
class HealthTest {

    private final MovableClock clock = MovableClock.at("2026-11-24T12:00:00Z");
    private final Health health = new Health(clock);

    @Test
    void aLifeGoesFromStoppedToStopped() {
        health.opening();
        health.opened();
        assertThat(health.isOpen()).isTrue();
        health.degraded(DriverCause.SILENT, "one gateway");
        health.recovered();
        assertThat(health.is(DriverState.ONLINE)).isTrue();
        health.offline(DriverCause.COMMUNICATION, "away");
        assertThat(health.isOpen()).isFalse();
        health.opening();
        health.opened();
        health.closing();
        health.stopped();
        assertThat(health.is(DriverState.STOPPED)).isTrue();
    }

    @Test
    void stepsThatTheLifeDoesNotHaveAreRefused() {
        assertThatIllegalStateException().isThrownBy(health::opened).withMessageContaining("STOPPED");
        assertThatIllegalStateException().isThrownBy(() -> health.offline(DriverCause.FAILURE, ""));
        health.opening();
        health.opened();
        assertThatIllegalStateException().isThrownBy(health::opening);
        assertThatIllegalStateException().isThrownBy(health::stopped);
    }

    @Test
    void whatADriverSaysOfItselfCountsOnlyWhileItIsOpen() {
        health.report(DriverState.ONLINE, DriverCause.NONE, "");
        assertThat(health.is(DriverState.STOPPED)).isTrue();
        health.opening();
        health.report(DriverState.DEGRADED, DriverCause.SILENT, "one of two");
        health.opened();
        assertThat(health.is(DriverState.DEGRADED)).isTrue();
        health.recovered();
        assertThat(health.is(DriverState.DEGRADED))
                .as("the driver takes it back itself")
                .isTrue();
        health.report(DriverState.OFFLINE, DriverCause.COMMUNICATION, "");
        assertThat(health.isOpen()).isTrue();
        health.closing();
        health.report(DriverState.ONLINE, DriverCause.NONE, "");
        assertThat(health.is(DriverState.CLOSING)).isTrue();
    }

    @Test
    void theTimeOfAStateIsThatOfItsBeginning() {
        health.opening();
        health.opened();
        var begun = clock.instant();
        clock.advance(Duration.ofHours(1));
        health.recovered();
        assertThat(health.status("a", "A", -1).since()).isEqualTo(begun);
    }
}
