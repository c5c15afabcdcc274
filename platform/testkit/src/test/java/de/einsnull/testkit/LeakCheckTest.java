package de.einsnull.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A leak that is not found here is found by a city, some hundred updates later. */
class LeakCheckTest {

    @Test
    void aThreadThatRunsOnIsNamedUntilItEnds() throws Exception {
        var check = LeakCheck.begin();
        var end = new CountDownLatch(1);
        var thread = new Thread(
                () -> {
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "left-behind");

        thread.start();
        assertThat(check.left()).contains("left-behind");

        end.countDown();
        thread.join();
        assertThat(check.left()).doesNotContain("left-behind");
        check.nothingIsLeft();
    }

    @Test
    void whatRanBeforeIsNoLeak() {
        assertThat(LeakCheck.begin().left())
                .doesNotContain(Thread.currentThread().getName());
    }
}
