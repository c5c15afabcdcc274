package de.einsnull.jobs.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A job at the wrong time is a job not done, or done twice. */
class CronTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Schedule cron(String text) {
        return new Cron(text, BERLIN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    30 3 * * *       | 2026-11-24T12:00:00Z | 2026-11-25T02:30:00Z
                    * * * * *        | 2026-11-24T12:00:00Z | 2026-11-24T12:01:00Z
                    0-30/10 * * * *  | 2026-11-24T12:11:00Z | 2026-11-24T12:20:00Z
                    */15 8-17 * * 1-5| 2026-11-27T16:50:00Z | 2026-11-30T07:00:00Z
                    0 0 1 1 *        | 2026-11-24T12:00:00Z | 2026-12-31T23:00:00Z
                    0 6 * * sun      | 2026-11-24T12:00:00Z | 2026-11-29T05:00:00Z
                    0 6 * * 7        | 2026-11-24T12:00:00Z | 2026-11-29T05:00:00Z
                    0 6 13 * fri     | 2026-11-24T12:00:00Z | 2026-11-27T05:00:00Z
                    0 12 29 2 *      | 2026-11-24T12:00:00Z | 2028-02-29T11:00:00Z
                    0,45 9 * * *     | 2026-11-24T08:00:00Z | 2026-11-24T08:45:00Z
                    """)
    void theNextTimeIsTheFirstOneAfter(String text, Instant after, Instant expected) {
        assertThat(cron(text).next(after)).isEqualTo(expected);
    }

    /** 29 March 2026: the clocks go from two to three. */
    @Test
    void aTimeThatTheClocksSkipRunsRightAfterTheGap() {
        assertThat(cron("30 2 * * *").next(Instant.parse("2026-03-28T12:00:00Z")))
                .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }

    /** 25 October 2026: the hour from two to three comes twice. */
    @Test
    void aTimeThatComesTwiceRunsOnce() {
        var first = cron("30 2 * * *").next(Instant.parse("2026-10-24T12:00:00Z"));
        assertThat(first).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(cron("30 2 * * *").next(first)).isEqualTo(Instant.parse("2026-10-26T01:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * * 13 *",
                "* * * * 8",
                "5-1 * * * *",
                "*/0 * * * *",
                "a * * * *",
                "0 0 30 2 *",
                "1,,2 * * * *",
                "-1 * * * *"
            })
    void whatMakesNoSenseIsRefusedInWords(String text) {
        assertThatThrownBy(() -> cron(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cron");
    }

    @Test
    void missedTimesAreCounted() {
        var from = Instant.parse("2026-11-24T12:00:00Z");
        assertThat(cron("0 * * * *").count(from, from.plus(Duration.ofHours(5))))
                .isEqualTo(5);
        assertThat(cron("0 * * * *").last(from, from.plus(Duration.ofMinutes(150))))
                .isEqualTo(from.plus(Duration.ofHours(2)));
        assertThat(cron("* * * * *").count(Instant.EPOCH, from)).isEqualTo(Schedule.MANY);
        var interval = new Schedule.Interval(Duration.ofSeconds(10));
        assertThat(interval.next(from)).isEqualTo(from.plusSeconds(10));
        assertThat(interval.count(from, from.plusSeconds(35))).isEqualTo(3);
        assertThat(interval.last(from, from.plusSeconds(35))).isEqualTo(from.plusSeconds(30));
        assertThat(interval.last(from, from.plusSeconds(5))).isEqualTo(from);
    }
}
