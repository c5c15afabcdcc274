package de.einsnull.bus.portal;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.testkit.FakeDeadLetters;
import de.einsnull.testkit.MovableClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Replaying many must end: by number, by time, and although some fail again at once. */
class ReplayAllTest {

    private final FakeDeadLetters letters = new FakeDeadLetters();
    private final MovableClock clock = new MovableClock(FakeDeadLetters.AT.plusSeconds(60));
    private final ReplayAll replayAll = new ReplayAll(letters, clock);

    @Test
    void isBounded() {
        for (int i = 0; i < ReplayAll.MOST + 5; i++) {
            letters.add("l" + i, "stock", "{}");
        }
        assertThat(replayAll.run(Optional.empty())).isEqualTo(new ReplayAll.Outcome(ReplayAll.MOST, true));
        assertThat(letters.all()).hasSize(5);
    }

    @Test
    void aLetterThatFailsAgainIsNotReplayedInACircle() {
        letters.add("l", "stock", "{}");
        letters.onReplay(() -> letters.add("again", "stock", new byte[0], clock.instant()));
        assertThat(replayAll.run(Optional.empty())).isEqualTo(new ReplayAll.Outcome(1, true));
        assertThat(letters.all()).hasSize(1);
    }

    @Test
    void endsBeforeThePageDoes() {
        for (int i = 0; i < 20; i++) {
            letters.add("l" + i, "stock", "{}");
        }
        letters.onReplay(() -> clock.advance(Duration.ofSeconds(2)));
        assertThat(replayAll.run(Optional.of("stock"))).isEqualTo(new ReplayAll.Outcome(4, false));
    }
}
