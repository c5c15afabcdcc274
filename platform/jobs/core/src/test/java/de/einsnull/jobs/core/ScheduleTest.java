package de.einsnull.jobs.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** All nodes mean the same times, and a job that rested for years is counted without counting for years. */
class ScheduleTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:03Z");

    private final Schedule every10s = new Schedule.Interval(Duration.ofSeconds(10));
    private final Schedule hourly = new Cron("0 * * * *", ZoneId.of("Europe/Berlin"));

    @Test
    void anIntervalDoesNotDependOnWhenANodeStarted() {
        assertThat(every10s.next(NOON)).isEqualTo("2026-11-24T12:00:10Z");
        assertThat(every10s.next(NOON.plusSeconds(4))).isEqualTo("2026-11-24T12:00:10Z");
        assertThat(every10s.next(Instant.parse("2026-11-24T12:00:10Z"))).isEqualTo("2026-11-24T12:00:20Z");
    }

    @Test
    void timesAreCountedAfterTheFirstAndUpToTheSecond() {
        assertThat(every10s.count(NOON, NOON)).isZero();
        assertThat(every10s.count(NOON, Instant.parse("2026-11-24T12:00:30Z"))).isEqualTo(3);
        assertThat(hourly.count(NOON, NOON.plus(Duration.ofHours(5)))).isEqualTo(5);
        assertThat(every10s.count(Instant.EPOCH, NOON)).isEqualTo(Schedule.MANY);
        assertThat(hourly.count(Instant.EPOCH, NOON)).isEqualTo(Schedule.MANY);
    }

    @Test
    void theLastTimeIsWhatARestMustMakeUpFor() {
        assertThat(every10s.last(NOON, NOON.plusSeconds(5))).isEqualTo(NOON);
        assertThat(every10s.last(NOON, NOON.plusSeconds(25))).isEqualTo("2026-11-24T12:00:20Z");
        assertThat(hourly.last(NOON, NOON.plus(Duration.ofMinutes(150)))).isEqualTo("2026-11-24T14:00:00Z");
        assertThat(hourly.last(NOON, NOON.plusSeconds(60))).isEqualTo(NOON);
        assertThat(hourly.last(Instant.EPOCH, NOON)).isEqualTo(NOON);
    }
}
