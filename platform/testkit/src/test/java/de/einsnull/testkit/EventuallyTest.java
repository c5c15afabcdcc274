package de.einsnull.testkit;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A wait that ends too early makes every test of a module flaky. */
class EventuallyTest {

    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void looksAgainUntilItIsSo() {
        eventually("it is so", () -> looks.incrementAndGet() == 3);
        assertThat(looks).hasValue(3);
    }

    @Test
    void whatCannotBeToldYetIsNotSoYet() {
        eventually("somebody listens", () -> {
            if (looks.incrementAndGet() < 3) {
                throw new IOException("refused");
            }
            return true;
        });
        assertThat(looks).hasValue(3);
    }

    @Test
    void aFailedAssertionIsNotWaitedFor() {
        assertThatThrownBy(() -> eventually("never", () -> {
                    looks.incrementAndGet();
                    throw new AssertionError("broken");
                }))
                .hasMessage("broken");
        assertThat(looks).hasValue(1);
    }

    @Test
    void aTestThatIsEndedSaysWhatItWaitedFor() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> eventually("the bay is free", () -> false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the bay is free");
        assertThat(Thread.interrupted()).as("left for the runner").isTrue();
    }

    @Test
    void aResultIsHandedOverAndAFailureToo() throws Exception {
        assertThat(Eventually.done(CompletableFuture.completedFuture(7))).isEqualTo(7);
        assertThatThrownBy(() -> Eventually.done(CompletableFuture.failedFuture(new IOException("away"))))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("away");
    }
}
