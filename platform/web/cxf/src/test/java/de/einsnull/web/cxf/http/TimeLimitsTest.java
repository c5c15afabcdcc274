package de.einsnull.web.cxf.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Interrupts that come in time, and only to whom they belong. */
@Timeout(20)
class TimeLimitsTest {

    private final TimeLimits limits = new TimeLimits();
    private final AtomicInteger alarms = new AtomicInteger();

    @AfterEach
    void close() {
        limits.close();
    }

    @Test
    void interruptsWhoTakesTooLong() {
        try (var watch = limits.watch(Duration.ofMillis(50), alarms::incrementAndGet)) {
            assertThatThrownBy(() -> new CountDownLatch(1).await()).isInstanceOf(InterruptedException.class);
            assertThat(watch.isExpired()).isTrue();
        }
        assertThat(alarms).hasValue(1);
    }

    /** The thread's next request must not be interrupted for the last one's delay. */
    @Test
    void leavesNoInterruptBehind() {
        try (var watch = limits.watch(Duration.ofMillis(20), alarms::incrementAndGet)) {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            assertThat(watch.isExpired()).isTrue();
        }
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void leavesTheQuickAlone() throws InterruptedException {
        limits.watch(Duration.ofMillis(30), alarms::incrementAndGet).close();
        var later = new CountDownLatch(1);
        var second = limits.watch(Duration.ofSeconds(30), alarms::incrementAndGet);
        assertThat(later.await(100, java.util.concurrent.TimeUnit.MILLISECONDS)).isFalse();
        second.close();
        assertThat(alarms).hasValue(0);
    }

    /** Whoever shuts the server down interrupts for good. */
    @Test
    void keepsAForeignInterrupt() {
        try (var watch = limits.watch(Duration.ofSeconds(30), alarms::incrementAndGet)) {
            Thread.currentThread().interrupt();
            assertThat(watch.isExpired()).isFalse();
        }
        assertThat(Thread.interrupted()).isTrue();
    }
}
