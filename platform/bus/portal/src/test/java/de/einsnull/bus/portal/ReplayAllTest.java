package de.einsnull.bus.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Replaying many must end: by number, by time, and although some fail again at once. */
class ReplayAllTest {

    private final FakeLetters letters = new FakeLetters();
    private final Ticking clock = new Ticking();
    private final ReplayAll replayAll = new ReplayAll(letters, clock);

    @Test
    void isBounded() {
        for (int i = 0; i < ReplayAll.MOST + 5; i++) {
            letters.add("l" + i, "stock", "{}");
        }
        assertThat(replayAll.run(Optional.empty())).isEqualTo(new ReplayAll.Outcome(ReplayAll.MOST, true));
        assertThat(letters.all).hasSize(5);
    }

    @Test
    void aLetterThatFailsAgainIsNotReplayedInACircle() {
        letters.add("l", "stock", "{}");
        letters.onReplay = () -> letters.add("again", "stock", new byte[0], clock.now);
        assertThat(replayAll.run(Optional.empty())).isEqualTo(new ReplayAll.Outcome(1, true));
        assertThat(letters.all).hasSize(1);
    }

    @Test
    void endsBeforeThePageDoes() {
        for (int i = 0; i < 20; i++) {
            letters.add("l" + i, "stock", "{}");
        }
        letters.onReplay = () -> clock.now = clock.now.plusSeconds(2);
        assertThat(replayAll.run(Optional.of("stock"))).isEqualTo(new ReplayAll.Outcome(4, false));
    }

    private static final class Ticking extends Clock {

        Instant now = FakeLetters.AT.plusSeconds(60);

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
