package de.einsnull.bus.artemis.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.bus.api.CityEvent;
import de.einsnull.bus.api.TryLaterException;
import de.einsnull.testkit.Eventually;
import de.einsnull.testkit.MovableClock;
import de.einsnull.testkit.RecordedStrikes;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A subscriber that always throws or never comes back is seen, and one that only waits is not accused. */
class SubscriberWatchTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final CityEvent EVENT =
            CityEvent.of(URI.create("/tests"), "de.einsnull.test.v1", "", Instant.EPOCH, "null");

    private final MovableClock clock = MovableClock.at("2026-11-24T12:00:00Z");
    private final RecordedStrikes guard = new RecordedStrikes();
    private final SubscriberWatch watch = new SubscriberWatch(() -> guard, clock);

    @Test
    void whatItThrowsIsReportedAndGoesOnToTheRetries() {
        assertThatThrownBy(() -> watch.call(
                        7,
                        event -> {
                            throw new IllegalStateException("a bug");
                        },
                        EVENT))
                .hasMessage("a bug");
        assertThat(guard.strikes()).containsExactly("THREW event de.einsnull.test.v1");
    }

    @Test
    void askingToTryLaterIsNoHarm() {
        assertThatThrownBy(() -> watch.call(
                        7,
                        event -> {
                            throw new TryLaterException("database away", null);
                        },
                        EVENT))
                .isInstanceOf(TryLaterException.class);
        assertThat(guard.strikes()).isEmpty();
    }

    @Test
    void oneThatHangsIsLateAndThenStuck() throws Exception {
        var inside = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var call = CompletableFuture.runAsync(() -> {
            try {
                watch.call(
                        7,
                        event -> {
                            inside.countDown();
                            end.await();
                        },
                        EVENT);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        inside.await();
        watch.look(LIMIT);
        assertThat(guard.strikes()).isEmpty();

        clock.advance(LIMIT);
        watch.look(LIMIT);
        watch.look(LIMIT);
        clock.advance(LIMIT);
        watch.look(LIMIT);

        assertThat(guard.strikes())
                .containsExactly("TIMED_OUT event de.einsnull.test.v1", "STUCK event de.einsnull.test.v1");
        end.countDown();
        Eventually.done(call);
        clock.advance(LIMIT);
        watch.look(LIMIT);
        assertThat(guard.strikes()).hasSize(2);
    }
}
