package de.einsnull.web.cxf.host;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many threads of the server one module can hold. */
@Timeout(20)
class BulkheadTest {

    @Test
    void aFullModuleRefusesAfterAMoment() {
        var bulkhead = new Bulkhead(2, Duration.ofMillis(20));
        assertThat(bulkhead.enter()).isTrue();
        assertThat(bulkhead.enter()).isTrue();
        assertThat(bulkhead.enter()).isFalse();
        assertThat(bulkhead.count()).isEqualTo(2);
    }

    @Test
    void whoWaitsGetsAPlaceThatBecomesFree() {
        var bulkhead = new Bulkhead(1, Duration.ofSeconds(10));
        bulkhead.enter();
        var waiting = CompletableFuture.supplyAsync(bulkhead::enter);
        bulkhead.leave();
        assertThat(waiting.join()).isTrue();
    }

    /** The waiting hold threads too. */
    @Test
    void notMoreWaitThanThereArePlaces() {
        var bulkhead = new Bulkhead(1, Duration.ofSeconds(10));
        bulkhead.enter();
        var first = CompletableFuture.supplyAsync(bulkhead::enter);
        eventually("one waits", () -> bulkhead.waiting() == 1);
        assertThat(bulkhead.enter()).isFalse();
        bulkhead.leave();
        assertThat(first.join()).isTrue();
    }

    @Test
    void anInterruptEndsTheWaiting() {
        var bulkhead = new Bulkhead(1, Duration.ofSeconds(10));
        bulkhead.enter();
        Thread.currentThread().interrupt();
        assertThat(bulkhead.enter()).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }
}
