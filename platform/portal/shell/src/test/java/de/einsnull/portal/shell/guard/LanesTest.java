package de.einsnull.portal.shell.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.portal.shell.testing.TestPortal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One bundle that hangs or throws must not cost the visitors of others anything. */
@Timeout(20)
class LanesTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    private final Lanes lanes = new TestPortal().lanes();
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void stop() {
        release.countDown();
        lanes.stop();
    }

    @Test
    void givesTheResultOrWhatWasThrown() throws Exception {
        assertThat(lanes.call("a", LONG, () -> "done")).isEqualTo("done");
        assertThatThrownBy(() -> lanes.call("a", LONG, () -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
        assertThatThrownBy(() -> lanes.call("a", LONG, () -> {
                    throw new StackOverflowError();
                }))
                .hasRootCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void givesUpAndInterruptsWhatTakesTooLong() throws Exception {
        var interrupted = new CountDownLatch(1);
        assertThatThrownBy(() -> lanes.call("a", Duration.ofMillis(50), () -> {
                    try {
                        return release.await(1, TimeUnit.MINUTES);
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                        throw e;
                    }
                }))
                .isInstanceOf(TimeoutException.class);
        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
    }

    /** A call that ignores the interruption keeps its place, so a bundle cannot pile up threads. */
    @Test
    void letsOnlySoManyCallsOfABundleRun() throws Exception {
        var started = new ArrayList<Lanes.Started<Boolean>>();
        for (int i = 0; i < Lanes.PER_BUNDLE; i++) {
            started.add(lanes.start("a", this::waitStubbornly));
        }
        assertThatThrownBy(() -> lanes.start("a", () -> true))
                .isInstanceOf(BusyException.class)
                .hasMessageContaining("a has as many calls");
        assertThat(lanes.call("b", LONG, () -> true)).as("others go on").isTrue();
        assertThatThrownBy(() -> started.get(0).get(Duration.ofMillis(1))).isInstanceOf(TimeoutException.class);
        assertThatThrownBy(() -> lanes.start("a", () -> true)).isInstanceOf(BusyException.class);
        release.countDown();
        assertThat(started.get(1).get(LONG)).isTrue();
        assertThat(lanes.call("a", LONG, () -> true)).isTrue();
    }

    private boolean waitStubbornly() {
        while (true) {
            try {
                return release.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                continue; // like a module that does not care
            }
        }
    }
}
