package de.einsnull.sensors.core.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.testkit.Eventually;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Without these a call that hangs would hang the platform. */
@Timeout(20)
class LaneTest {

    private static final Duration SHORT = Duration.ofMillis(100);

    private final Lane lane = new Lane("test");

    @Test
    void whatIsCalledGivesItsResultOrWhatItThrew() throws Exception {
        assertThat(lane.call(() -> 1, Duration.ofSeconds(5))).isEqualTo(1);
        assertThatThrownBy(() -> lane.call(
                        () -> {
                            throw new AssertionError("x");
                        },
                        Duration.ofSeconds(5)))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(AssertionError.class);
        assertThat(lane.call(() -> 2, Duration.ofSeconds(5))).isEqualTo(2);
    }

    @Test
    void whatBlocksIsInterruptedAndTheLaneGoesOn() throws Exception {
        assertThatThrownBy(() -> lane.call(() -> block(new CountDownLatch(1)), SHORT))
                .isInstanceOf(TimeoutException.class);

        Eventually.eventually("the lane is free", () -> !lane.isBusy());
        assertThat(lane.call(() -> 3, Duration.ofSeconds(5))).isEqualTo(3);
    }

    @Test
    void whatWasGivenUpWhileItWaitedNeverRuns() throws Exception {
        var stuck = new AtomicBoolean(true);
        var ran = new AtomicBoolean();
        assertThatThrownBy(() -> lane.call(() -> spin(stuck), SHORT)).isInstanceOf(TimeoutException.class);
        assertThat(lane.isBusy()).isTrue();
        assertThatThrownBy(() -> lane.call(() -> ran.getAndSet(true), SHORT)).isInstanceOf(TimeoutException.class);

        stuck.set(false);

        assertThat(lane.call(() -> 4, Duration.ofSeconds(5))).isEqualTo(4);
        assertThat(ran).isFalse();
    }

    @Test
    void whoWaitsForALaneThatIsAbandonedIsToldAtOnce() throws Exception {
        var stuck = new AtomicBoolean(true);
        var told = CompletableFuture.supplyAsync(() -> thrownBy(() -> spin(stuck)));
        Eventually.eventually("busy", lane::isBusy);

        var left = lane.abandon();

        assertThat(told.get(5, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        assertThat(left)
                .hasValueSatisfying(thread -> assertThat(thread.getName()).isEqualTo("test"));
        assertThatThrownBy(() -> lane.call(() -> 1, SHORT)).isInstanceOf(ExecutionException.class);
        stuck.set(false);
        Eventually.eventually("the thread ended", () -> !left.orElseThrow().isAlive());
        assertThat(lane.abandon()).isEmpty();
    }

    @Test
    void workThatWaitsForItsTurnHasItsWholeTimeFromThen() throws Exception {
        var first = new CountDownLatch(1);
        var other = lane.submit(() -> block(first));
        Eventually.eventually("busy", lane::isBusy);
        var second = CompletableFuture.supplyAsync(() -> thrownBy(() -> 2));

        first.countDown();

        assertThat(second.get(5, TimeUnit.SECONDS)).isNull();
        assertThat(other.get(5, TimeUnit.SECONDS)).isZero();
    }

    private Throwable thrownBy(Callable<Integer> work) {
        try {
            lane.call(work, Duration.ofSeconds(10));
            return null;
        } catch (TimeoutException | ExecutionException | InterruptedException e) {
            return e;
        }
    }

    @Test
    void aLaneThatIsShutDownTakesNothing() {
        lane.shutdown();

        assertThatThrownBy(() -> lane.call(() -> 1, SHORT)).isInstanceOf(ExecutionException.class);
    }

    private static int block(CountDownLatch latch) throws InterruptedException {
        latch.await();
        return 0;
    }

    private static int spin(AtomicBoolean stuck) {
        while (stuck.get()) {
            Thread.onSpinWait();
        }
        return 0;
    }
}
