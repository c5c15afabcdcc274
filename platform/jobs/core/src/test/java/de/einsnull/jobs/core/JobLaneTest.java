package de.einsnull.jobs.core;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.jobs.core.JobLane.Lateness;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One job on one node: never twice at once, never for a time that is over, and it ends when it is told. */
@Timeout(30)
class JobLaneTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration TO_END = Duration.ofSeconds(5);

    private final Thread thread = new Thread(() -> {});
    private final JobLane lane = new JobLane(
            JobSpec.of(Map.of(
                    "einsnull.job.name", "mail", "einsnull.job.intervalInS", 10, "einsnull.job.timeLimitInS", 60)),
            run -> "",
            NOON);

    @Test
    void isDueAtItsTimeAndNotBefore() {
        assertThat(lane.due()).isEqualTo(NOON.plusSeconds(10));
        assertThat(lane.takeDue(NOON.plusSeconds(9), thread)).isNull();
        assertThat(lane.takeDue(NOON.plusSeconds(11), thread)).isEqualTo(NOON.plusSeconds(10));
        assertThat(lane.due()).isEqualTo(NOON.plusSeconds(20));
    }

    @Test
    void isTakenOnce() {
        assertThat(lane.take(thread)).isTrue();
        assertThat(lane.take(thread)).isFalse();
        assertThat(lane.takeDue(NOON.plusSeconds(10), thread)).isNull();
        lane.leave();
        assertThat(lane.isRunning()).isFalse();
        assertThat(lane.take(thread)).isTrue();
    }

    /** The time before the call is the database's, not the module's. */
    @Test
    void itsLimitCountsFromTheCall() {
        lane.take(thread);
        assertThat(lane.look(NOON.plusSeconds(1_000), TO_END)).isEqualTo(Lateness.NONE);
        lane.called(NOON.plusSeconds(1_000));
        assertThat(lane.look(NOON.plusSeconds(1_060), TO_END)).isEqualTo(Lateness.NONE);
        assertThat(lane.look(NOON.plusSeconds(1_061), TO_END)).isEqualTo(Lateness.LATE);
        assertThat(lane.isLate()).isTrue();
        assertThat(lane.look(NOON.plusSeconds(1_062), TO_END)).isEqualTo(Lateness.NONE);
        assertThat(lane.look(NOON.plusSeconds(1_066), TO_END)).isEqualTo(Lateness.STUCK);
        assertThat(lane.look(NOON.plusSeconds(9_999), TO_END)).isEqualTo(Lateness.NONE);
    }

    @Test
    void whatCouldNotBeTriedIsTriedSoonForTheSameTime() {
        lane.takeDue(NOON.plusSeconds(10), thread);
        lane.postpone(NOON.plusSeconds(10), NOON.plusSeconds(12), "the database is not there");
        lane.leave();
        assertThat(lane.trouble()).isEqualTo("the database is not there");
        assertThat(lane.takeDue(NOON.plusSeconds(12), thread)).isEqualTo(NOON.plusSeconds(10));
        lane.called(NOON.plusSeconds(12));
        assertThat(lane.trouble()).isEmpty();
    }

    @Test
    void aPostponedRunDoesNotPushTheNextOneAway() {
        lane.takeDue(NOON.plusSeconds(10), thread);
        lane.postpone(NOON.plusSeconds(10), NOON.plusSeconds(40), "the database is not there");
        assertThat(lane.due()).isEqualTo(NOON.plusSeconds(20));
    }

    @Test
    void oneThatIsGoneIsNeverTakenAgain() {
        lane.close(Duration.ZERO);
        assertThat(lane.isGone()).isTrue();
        assertThat(lane.take(thread)).isFalse();
        assertThat(lane.takeDue(NOON.plusSeconds(10), thread)).isNull();
    }

    @Test
    void closingInterruptsTheRunAndSaysIfItDoesNotEnd() {
        var interrupted = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
        });
        lane.take(interrupted);
        interrupted.start();
        lane.close(Duration.ofMillis(50));
        eventually("the interrupt", () -> !interrupted.isAlive());
        assertThat(lane.trouble()).isEqualTo("does not end");
    }
}
