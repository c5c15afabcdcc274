package de.einsnull.jobs.core;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.jobs.core.JobRow.Outcome;
import de.einsnull.testkit.MovableClock;
import de.einsnull.testkit.RecordedStrikes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A job that does harm does it to itself: the others run at their times. */
@Timeout(60)
class JobHarmTest {

    private final MovableClock clock = MovableClock.at("2026-11-24T12:00:05Z");
    private final JobNotices notices = new JobNotices();
    private final RecordedStrikes guard = new RecordedStrikes();
    private Jobs jobs;

    @BeforeEach
    void start() throws Exception {
        notices.guard = guard;
        jobs = new Jobs(notices, clock);
        jobs.setSource(JobDatabase.create());
    }

    @AfterEach
    void stop() {
        jobs.close();
    }

    private static Map<String, Object> every10s() {
        return every10s("test");
    }

    private static Map<String, Object> every10s(String name) {
        return Map.of("einsnull.job.name", name, "einsnull.job.intervalInS", 10, "einsnull.job.timeLimitInS", 60);
    }

    private JobRow row() throws SQLException {
        return jobs.rows().get("test");
    }

    private void advance(int seconds) {
        clock.advance(Duration.ofSeconds(seconds));
        jobs.look();
    }

    private void ended(int runs) {
        eventually(runs + " runs", () -> row() != null && row().runs() == runs && !row().running());
        eventually("free lanes", () -> jobs.lanes().stream().noneMatch(JobLane::isRunning));
    }

    /** City IT must learn that only a restart of the module helps, and the run must not be begun a second time beside it. */
    @Test
    void whatGoesOnAfterTheInterruptIsReportedOnceMoreAndShown() throws Exception {
        var end = new CountDownLatch(1);
        jobs.addJob(
                run -> {
                    while (end.getCount() > 0) {
                        Thread.onSpinWait();
                    }
                    return "late";
                },
                every10s());
        advance(5);
        eventually("the run", () -> row() != null && row().running());
        eventually("the reports", () -> {
            advance(61);
            return guard.strikes().contains("STUCK job test");
        });
        assertThat(guard.strikes()).containsExactly("TIMED_OUT job test", "STUCK job test");
        assertThat(new JobsHealth(jobs).execute().toString()).contains("does not end", "stop its module");
        advance(120);
        assertThat(guard.strikes()).hasSize(2);
        end.countDown();
        eventually("the outcome", () -> row().outcome() == Outcome.TIMED_OUT);
    }

    /** An error such as a missing class must end this run, and not the thread that looks at the clock. */
    @Test
    void anErrorOfAModuleEndsItsRunOnly() throws Exception {
        jobs.addJob(
                run -> {
                    throw new NoClassDefFoundError("de/example/Gone");
                },
                every10s());
        jobs.addJob(run -> "well", every10s("other"));
        advance(5);
        ended(1);
        assertThat(row().message()).isEqualTo("NoClassDefFoundError: de/example/Gone");
        eventually("the other", () -> jobs.rows().get("other").runs() == 1);
        advance(10);
        ended(2);
    }

    @Test
    void aMessageWithoutEndIsCutAndOnlyItsFirstLineIsShown() throws Exception {
        jobs.addJob(
                run -> {
                    throw new IllegalStateException("x".repeat(5_000) + "\nsecond line");
                },
                every10s());
        advance(5);
        ended(1);
        assertThat(row().message()).hasSize(300).startsWith("IllegalStateException: xxx");
        jobs.addJob(run -> "y".repeat(5_000), every10s("talkative"));
        advance(10);
        eventually("the talkative one", () -> jobs.rows().get("talkative").runs() == 1);
        assertThat(jobs.rows().get("talkative").message()).hasSize(1_000);
    }
}
