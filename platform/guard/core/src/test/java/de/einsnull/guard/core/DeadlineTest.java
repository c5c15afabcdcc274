package de.einsnull.guard.core;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.BundleException;

/** Whoever starts or stops a module gets an answer, also if the module never gives one. */
@Timeout(30)
class DeadlineTest {

    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void whatEndsInTimeIsDone() throws Exception {
        var done = new AtomicReference<String>();
        Deadline.run("in-time", LONG, () -> done.set(Thread.currentThread().getName()));
        assertThat(done).hasValue("in-time");
    }

    @Test
    void whatThrowsIsToldWithItsCause() {
        var refused = new BundleException("no capability");
        assertThatThrownBy(() -> Deadline.run("throws", LONG, () -> {
                    throw refused;
                }))
                .isSameAs(refused);
        assertThatThrownBy(() -> Deadline.run("throws", LONG, () -> {
                    throw new StackOverflowError("deep");
                }))
                .isInstanceOf(BundleException.class)
                .hasRootCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void whatTakesTooLongIsInterrupted() {
        var interrupted = new CountDownLatch(1);
        assertThatThrownBy(() -> Deadline.run("late", SHORT, () -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                }))
                .isInstanceOf(TimeoutException.class);
        eventually("the interrupt", () -> interrupted.getCount() == 0);
    }

    /** Its thread is lost, its caller is not. */
    @Test
    void whatIgnoresTheInterruptIsLeftAlone() {
        var end = new CountDownLatch(1);
        try {
            assertThatThrownBy(() -> Deadline.run("stubborn", SHORT, () -> {
                        while (end.getCount() > 0) {
                            Thread.onSpinWait();
                        }
                    }))
                    .isInstanceOf(TimeoutException.class);
        } finally {
            end.countDown();
        }
    }

    @Test
    void aCallerThatIsInterruptedStaysSo() throws Exception {
        var outcome = new AtomicReference<Throwable>();
        var flag = new AtomicReference<Boolean>();
        var caller = new Thread(() -> {
            try {
                Deadline.run("waiting", LONG, () -> awaitQuietly(new CountDownLatch(1)));
            } catch (BundleException | TimeoutException e) {
                outcome.set(e);
                flag.set(Thread.currentThread().isInterrupted());
            }
        });
        caller.start();
        eventually("the step", () -> isAlive("waiting"));
        caller.interrupt();
        caller.join();
        assertThat(outcome.get()).isInstanceOf(BundleException.class).hasMessageContaining("being stopped");
        assertThat(flag).hasValue(true);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isAlive(String thread) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(one -> one.getName().equals(thread));
    }
}
