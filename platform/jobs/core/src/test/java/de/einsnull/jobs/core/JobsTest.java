package de.einsnull.jobs.core;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.jobs.api.JobRun;
import de.einsnull.jobs.api.ScheduledJob;
import de.einsnull.jobs.core.JobRow.Outcome;
import de.einsnull.portal.api.Language;
import de.einsnull.security.api.Identity;
import de.einsnull.testkit.FakeMetrics;
import de.einsnull.testkit.MovableClock;
import de.einsnull.testkit.PageVisitor;
import de.einsnull.testkit.RecordedAudit;
import de.einsnull.testkit.RecordedStrikes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A job is done at its time, once, and city IT sees how it went. */
@Timeout(60)
class JobsTest {

    private static final Identity ADMIN = new Identity("a", "Kim Beispiel", Set.of("admin"));

    private final MovableClock clock = MovableClock.at("2026-11-24T12:00:05Z");
    private final JobNotices notices = new JobNotices();
    private final RecordedStrikes guard = new RecordedStrikes();
    private final FakeMetrics metrics = new FakeMetrics();
    private final List<JobRun> runs = new CopyOnWriteArrayList<>();
    private DataSource source;
    private Jobs jobs;

    @BeforeEach
    void start() throws Exception {
        source = JobDatabase.create();
        notices.guard = guard;
        notices.metrics = metrics;
        jobs = node();
    }

    @AfterEach
    void stop() {
        jobs.close();
    }

    private Jobs node() {
        var node = new Jobs(notices, clock);
        node.setSource(source);
        return node;
    }

    private static Map<String, Object> every10s(Object... more) {
        var properties = new HashMap<String, Object>(
                Map.of("einsnull.job.name", "test", "einsnull.job.intervalInS", 10, "einsnull.job.timeLimitInS", 60));
        for (int i = 0; i < more.length; i += 2) {
            properties.put("einsnull.job." + more[i], more[i + 1]);
        }
        return properties;
    }

    private JobRow row() throws SQLException {
        return jobs.rows().get("test");
    }

    private String remember(JobRun run) {
        runs.add(run);
        return "did " + runs.size();
    }

    private void advance(int seconds) {
        clock.advance(Duration.ofSeconds(seconds));
        jobs.look();
    }

    private void ended(int runs) {
        eventually(runs + " runs", () -> row() != null && row().runs() == runs && !row().running());
        eventually("a free lane", () -> jobs.lanes().stream().noneMatch(JobLane::isRunning));
    }

    @Test
    void runsAtItsTimesAndRemembersTheResult() throws Exception {
        jobs.addJob(this::remember, every10s());
        jobs.look();
        assertThat(runs).isEmpty();
        advance(5);
        ended(1);
        assertThat(row().message()).isEqualTo("did 1");
        assertThat(row().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(runs.get(0).previousSuccess()).isEmpty();
        advance(10);
        ended(2);
        assertThat(runs.get(1).previousSuccess()).contains(runs.get(0).planned());
        assertThat(metrics.timed("jobs.runs job test outcome succeeded")).hasSize(2);
    }

    @Test
    void missedTimesAreCountedAndNotMadeUpForOneByOne() throws Exception {
        jobs.addJob(this::remember, every10s());
        advance(5);
        ended(1);
        jobs.close();
        clock.advance(Duration.ofSeconds(35));

        jobs = node();
        jobs.addJob(this::remember, every10s());
        jobs.look();
        assertThat(runs).hasSize(1);
        advance(10);
        ended(2);

        assertThat(runs.get(1).missed()).isEqualTo(3);
        assertThat(row().missed()).isEqualTo(3);
    }

    /** Else everything rests for as long as the clock was wrong. */
    @Test
    void whenTheClockIsSetBackJobsGoOnAtTheirTimes() throws Exception {
        jobs.addJob(this::remember, every10s());
        advance(5);
        ended(1);
        advance(-3_600);
        assertThat(runs).as("nothing is due the moment the clock is set").hasSize(1);
        advance(10);
        ended(2);
        assertThat(runs.get(1).missed()).isZero();
        assertThat(row().missed()).isZero();
        advance(10);
        ended(3);
    }

    @Test
    void oneThatWantsToIsMadeUpForOnceAfterARestart() throws Exception {
        jobs.addJob(this::remember, every10s("catchUp", true));
        eventually("nothing to make up for", () -> jobs.lanes().stream().noneMatch(JobLane::isRunning));
        advance(5);
        ended(1);
        jobs.close();
        clock.advance(Duration.ofSeconds(35));

        jobs = node();
        jobs.addJob(this::remember, every10s("catchUp", true));

        ended(2);
        assertThat(runs.get(1).missed()).isEqualTo(2);
    }

    /** Two nodes that both sent the mail would be worse than none. */
    @Test
    void ofTwoNodesOneRunsIt() throws Exception {
        var other = node();
        try {
            jobs.addJob(this::remember, every10s());
            other.addJob(this::remember, every10s());
            for (int i = 1; i <= 5; i++) {
                clock.advance(Duration.ofSeconds(10));
                jobs.look();
                other.look();
                ended(i);
                eventually("the other", () -> other.lanes().stream().noneMatch(JobLane::isRunning));
            }
            assertThat(runs).hasSize(5);
        } finally {
            other.close();
        }
    }

    @Test
    void neverTwiceAtOnceHoweverLongItTakes() throws Exception {
        var end = new CountDownLatch(1);
        var begun = new AtomicInteger();
        jobs.addJob(
                run -> {
                    begun.incrementAndGet();
                    end.await();
                    return "";
                },
                every10s());
        advance(5);
        eventually("the run", () -> begun.get() == 1);
        advance(10);
        advance(10);
        assertThat(jobs.runNow("test")).contains(false);
        end.countDown();
        ended(1);
        assertThat(begun).hasValue(1);
    }

    @Test
    void whatFailsIsShownWithItsCauseAndRunsAgain() throws Exception {
        jobs.addJob(
                run -> {
                    throw new IllegalStateException("no paper");
                },
                every10s());
        advance(5);
        ended(1);
        assertThat(row().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(row().message()).isEqualTo("IllegalStateException: no paper");
        assertThat(guard.strikes()).containsExactly("THREW job test");
        var health = new JobsHealth(jobs).execute();
        assertThat(health.getStatus()).isEqualTo(Result.Status.WARN);
        assertThat(health.toString()).contains("no paper");
        advance(10);
        ended(2);
        assertThat(row().failures()).isEqualTo(2);
    }

    @Test
    void whatTakesTooLongIsInterruptedAndReported() throws Exception {
        jobs.addJob(
                run -> {
                    new CountDownLatch(1).await();
                    return "";
                },
                every10s());
        advance(5);
        eventually("the run", () -> row() != null && row().running());
        eventually("the call", () -> {
            advance(61);
            return guard.strikes().contains("TIMED_OUT job test");
        });
        eventually("the outcome", () -> row().outcome() == Outcome.TIMED_OUT);
    }

    @Test
    void aModuleThatLeavesTakesItsRunWithIt() throws Exception {
        var inside = new CountDownLatch(1);
        ScheduledJob job = run -> {
            inside.countDown();
            new CountDownLatch(1).await();
            return "";
        };
        jobs.addJob(job, every10s());
        advance(5);
        inside.await();

        jobs.removeJob(job);

        eventually("the outcome", () -> row().outcome() == Outcome.STOPPED);
        assertThat(guard.strikes()).isEmpty();
    }

    @Test
    void waitsForADatabaseThatIsAway() throws Exception {
        jobs.unsetSource(source);
        jobs.addJob(this::remember, every10s());
        advance(5);
        eventually(
                "the trouble", () -> !jobs.lanes().iterator().next().trouble().isEmpty());
        assertThat(new JobsHealth(jobs).execute().getStatus()).isEqualTo(Result.Status.WARN);
        jobs.setSource(source);
        eventually("a free lane", () -> jobs.lanes().stream().noneMatch(JobLane::isRunning));
        advance(10);
        ended(1);
        assertThat(runs).hasSize(1);
    }

    @Test
    void whatIsDeclaredWrongIsSaid() {
        jobs.addJob(this::remember, Map.of("einsnull.job.name", "x"));
        jobs.addJob(this::remember, every10s());
        jobs.addJob(this::remember, every10s());
        assertThat(jobs.refused())
                .anyMatch(text -> text.contains("exactly one"))
                .anyMatch(text -> text.contains("another job with the name test"));
    }

    @Test
    void cityItSeesThemAndStartsOneByHand() throws Exception {
        jobs.addJob(this::remember, every10s());
        var page = new JobsPage(jobs, id -> Optional.empty());
        var audit = new RecordedAudit();
        page.audit = audit;
        var visitor = new PageVisitor(page, ADMIN, Language.DE);

        assertThat(visitor.sentTo("", "aufgabe", "test")).isEqualTo("verwaltung/aufgaben?meldung=gestartet");
        ended(1);

        assertThat(audit.actions()).containsExactly("job.started");
        assertThat(visitor.sentTo("", "aufgabe", "nope")).endsWith("fehlt");
        var shown = (List<?>) visitor.model("").get("jobs");
        assertThat(shown).singleElement().satisfies(one -> {
            var view = (JobView) one;
            assertThat(view.outcome()).isEqualTo("succeeded");
            assertThat(view.message()).isEqualTo("did 1");
            assertThat(view.module()).as("its bundle has just gone").isEmpty();
        });
    }
}
