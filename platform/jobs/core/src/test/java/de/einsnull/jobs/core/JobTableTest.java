package de.einsnull.jobs.core;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.jobs.core.JobRow.Outcome;
import de.einsnull.testkit.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of several nodes one runs a job at a time, also when one dies while it does. */
class JobTableTest {

    private static final JobSpec JOB = JobSpec.of(
            Map.of("einsnull.job.name", "mail", "einsnull.job.intervalInS", 10, "einsnull.job.timeLimitInS", 60));

    private final MovableClock clock = MovableClock.at("2026-11-24T12:00:00Z");
    private final Instant noon = clock.instant();
    private DataSource source;
    private JobTable here;
    private JobTable there;

    @BeforeEach
    void start() throws Exception {
        source = JobDatabase.create();
        here = new JobTable(source, clock);
        there = new JobTable(source, clock);
        here.ensure("mail");
    }

    @Test
    void aJobThatIsKnownIsNotMadeTwice() throws Exception {
        there.ensure("mail");
        assertThat(here.rows()).containsOnlyKeys("mail");
        var row = here.row("mail").orElseThrow();
        assertThat(row.outcome()).isEqualTo(Outcome.NEVER);
        assertThat(row.planned()).isEmpty();
        assertThat(row.running()).isFalse();
        assertThat(here.row("other")).isEmpty();
    }

    @Test
    void oneTimeIsRunOnce() throws Exception {
        assertThat(here.claim(JOB, noon, 0)).isTrue();
        assertThat(there.claim(JOB, noon, 0)).isFalse();
        here.finish("mail", Outcome.SUCCEEDED, "sent");
        assertThat(there.claim(JOB, noon, 0)).isFalse();
        assertThat(there.claim(JOB, noon.plusSeconds(10), 0)).isTrue();
    }

    /** A server without a time source that starts in 2030 once must not keep the job from running until then. */
    @Test
    void whatAWrongClockWroteDownHoldsNobody() throws Exception {
        clock.set(Instant.parse("2030-01-01T00:00:00Z"));
        assertThat(there.claim(JOB, clock.instant(), 0)).isTrue();
        clock.set(noon);
        assertThat(here.row("mail").orElseThrow().running())
                .as("the node of 2030 died while it ran it")
                .isFalse();
        assertThat(here.claim(JOB, noon, 0)).isTrue();
        here.finish("mail", Outcome.SUCCEEDED, "sent");
        assertThat(there.claim(JOB, noon, 0)).as("and only once").isFalse();
    }

    /** The clocks of two nodes are never quite the same. */
    @Test
    void aClockThatIsALittleAheadIsNotAWrongOne() throws Exception {
        assertThat(here.claim(JOB, noon.plusSeconds(30), 0)).isTrue();
        here.finish("mail", Outcome.SUCCEEDED, "sent");
        assertThat(there.claim(JOB, noon, 0)).isFalse();
    }

    @Test
    void twoTimesDoNotOverlap() throws Exception {
        here.claim(JOB, noon, 0);
        clock.advance(Duration.ofSeconds(10));
        assertThat(there.claim(JOB, noon.plusSeconds(10), 0)).isFalse();
        assertThat(here.row("mail").orElseThrow().running()).isTrue();
    }

    /** Else one power cut would end the job for ever. */
    @Test
    void aNodeThatDiedHoldsItsJobForItsLimitAndAMinute() throws Exception {
        here.claim(JOB, noon, 0);
        clock.advance(Duration.ofSeconds(120));
        assertThat(there.claim(JOB, noon.plusSeconds(120), 0)).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(there.row("mail").orElseThrow().running()).isFalse();
        assertThat(there.claim(JOB, noon.plusSeconds(120), 0)).isTrue();
    }

    /** A node that was only asleep must not write over what the next one does. */
    @Test
    void whoLostTheJobCannotFinishIt() throws Exception {
        here.claim(JOB, noon, 0);
        clock.advance(Duration.ofMinutes(5));
        there.claim(JOB, noon.plusSeconds(300), 0);
        here.finish("mail", Outcome.FAILED, "too late");
        var row = here.row("mail").orElseThrow();
        assertThat(row.running()).isTrue();
        assertThat(row.runs()).isZero();
        assertThat(row.outcome()).isEqualTo(Outcome.NEVER);
    }

    @Test
    void runsFailuresAndMissedTimesAddUp() throws Exception {
        here.claim(JOB, noon, 2);
        here.finish("mail", Outcome.SUCCEEDED, "sent");
        clock.advance(Duration.ofSeconds(60));
        here.claim(JOB, noon.plusSeconds(60), 3);
        clock.advance(Duration.ofSeconds(5));
        here.finish("mail", Outcome.FAILED, "no paper");
        var row = here.row("mail").orElseThrow();
        assertThat(row.runs()).isEqualTo(2);
        assertThat(row.failures()).isEqualTo(1);
        assertThat(row.missed()).isEqualTo(5);
        assertThat(row.succeeded()).contains(noon);
        assertThat(row.begun()).contains(noon.plusSeconds(60));
        assertThat(row.ended()).contains(noon.plusSeconds(65));
        assertThat(row.message()).isEqualTo("no paper");
    }
}
