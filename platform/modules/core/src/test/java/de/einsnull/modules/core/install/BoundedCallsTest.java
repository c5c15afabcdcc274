package de.einsnull.modules.core.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.testkit.Eventually;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** One module that never returns from its start must not keep city IT from everything else. */
class BoundedCallsTest {

    private final BoundedCalls calls = new BoundedCalls(Duration.ofMillis(200));

    @Test
    void whatReturnsInTimeIsDone() throws Exception {
        var caller = new AtomicReference<Thread>();
        calls.call("start parks", () -> caller.set(Thread.currentThread()));
        assertThat(caller.get().getName()).isEqualTo("modules start parks");
        assertThat(caller.get().isDaemon()).as("it does not keep the process").isTrue();
    }

    @Test
    void whatHangsIsGivenUpAndInterrupted() {
        var interrupted = new CountDownLatch(1);
        assertThatThrownBy(() -> calls.call("parks", () -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                }))
                .isInstanceOfSatisfying(ChangeFailed.class, failed -> {
                    assertThat(failed.finding().code()).isEqualTo("does-not-return");
                    assertThat(failed.finding().subject()).contains("parks");
                });
        Eventually.eventually("it is interrupted", () -> interrupted.getCount() == 0);
    }

    /** Also an error, not only an exception: a module may lack a class or overflow its stack. */
    @Test
    void whateverAModuleThrowsIsTold() {
        for (Throwable thrown : new Throwable[] {
            new IllegalStateException("no honey"),
            new NoClassDefFoundError("no honey"),
            new StackOverflowError("no honey")
        }) {
            assertThatThrownBy(() -> calls.call("parks", () -> sneak(thrown)))
                    .as(thrown.toString())
                    .isInstanceOfSatisfying(
                            ChangeFailed.class,
                            failed -> assertThat(failed.finding().english()).contains("no honey"));
        }
    }

    @SuppressWarnings("unchecked") // the compiler need not know
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Test
    void whoeverWaitsCanBeStopped() throws Exception {
        var failure = new AtomicReference<Throwable>();
        var patient = new BoundedCalls(Duration.ofMinutes(5));
        var waiting = new Thread(() -> {
            try {
                patient.call("parks", () -> new CountDownLatch(1).await());
            } catch (ChangeFailed e) {
                failure.set(e);
            }
        });
        waiting.start();
        waiting.interrupt();
        waiting.join(5_000);
        assertThat(waiting.isAlive()).isFalse();
        assertThat(failure.get()).isInstanceOf(ChangeFailed.class);
    }
}
