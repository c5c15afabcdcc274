package de.einsnull.bus.artemis.module;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.testkit.RecordedStrikes;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A module that floods the bus must not fill the disk of all. */
class FloodgateTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final AtomicLong now = new AtomicLong();
    private final RecordedStrikes guard = new RecordedStrikes();
    private final Floodgate gate = new Floodgate(7, () -> guard, () -> 100, now::get);

    private int admitted(int messages) {
        int admitted = 0;
        for (int i = 0; i < messages; i++) {
            if (gate.admits("events/x")) {
                admitted++;
            }
        }
        return admitted;
    }

    @Test
    void aBurstPassesAFloodDoesNot() {
        assertThat(admitted(1_000)).isEqualTo(1_000);
        assertThat(admitted(5_000)).isZero();
        assertThat(guard.strikes()).containsExactly("FLOODED topic events/x");

        now.addAndGet(SECOND);
        assertThat(admitted(5_000)).isEqualTo(100);
        assertThat(guard.strikes()).hasSize(2);
    }

    @Test
    void aSteadyRateWithinTheLimitPassesForEver() {
        for (int second = 0; second < 100; second++) {
            assertThat(admitted(90)).isEqualTo(90);
            now.addAndGet(SECOND);
        }
        assertThat(guard.strikes()).isEmpty();
    }

    /** Without a guard nobody knows who is a module; the platform's own readings must get through. */
    @Test
    void withoutAGuardEverythingPasses() {
        var open = new Floodgate(7, () -> null, () -> 1, now::get);
        for (int i = 0; i < 1_000; i++) {
            assertThat(open.admits("x")).isTrue();
        }
    }
}
