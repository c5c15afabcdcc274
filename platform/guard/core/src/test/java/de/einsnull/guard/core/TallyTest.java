package de.einsnull.guard.core;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.guard.api.Kind;
import de.einsnull.testkit.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Harm of long ago must not stop a module of today. */
class TallyTest {

    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final MovableClock clock = MovableClock.at("2026-11-24T12:00:00Z");
    private final Tally tally = new Tally(clock);

    @Test
    void whatIsOlderThanTheWindowIsForgotten() {
        assertThat(tally.add(1, Kind.THREW, "a", WINDOW)).isEqualTo(1);
        clock.advance(Duration.ofMinutes(6));
        assertThat(tally.add(1, Kind.THREW, "b", WINDOW)).isEqualTo(2);
        clock.advance(Duration.ofMinutes(6));

        assertThat(tally.add(1, Kind.THREW, "c", WINDOW)).isEqualTo(2);
        clock.advance(Duration.ofMinutes(11));
        assertThat(tally.entries(WINDOW)).isEmpty();
    }

    @Test
    void kindsAndBundlesAreCountedApart() {
        tally.add(1, Kind.THREW, "", WINDOW);
        tally.add(1, Kind.FLOODED, "", WINDOW);
        tally.add(2, Kind.THREW, "", WINDOW);

        assertThat(tally.entries(WINDOW)).hasSize(3).allSatisfy(entry -> assertThat(entry.strikes())
                .isEqualTo(1));
        tally.forget(1);
        assertThat(tally.entries(WINDOW)).singleElement().satisfies(entry -> assertThat(entry.bundle())
                .isEqualTo(2));
    }

    /** A module that throws a million times must not fill the memory with it. */
    @Test
    void theMemoryIsBounded() {
        for (int i = 0; i < 5_000; i++) {
            tally.add(1, Kind.THREW, "", WINDOW);
        }
        assertThat(tally.entries(WINDOW)).singleElement().satisfies(entry -> assertThat(entry.strikes())
                .isEqualTo(1_000));
    }
}
