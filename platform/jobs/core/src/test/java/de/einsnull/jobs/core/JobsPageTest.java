package de.einsnull.jobs.core;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageNotice;
import de.einsnull.security.api.Identity;
import de.einsnull.testkit.MovableClock;
import de.einsnull.testkit.PageVisitor;
import de.einsnull.testkit.RecordedAudit;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.Bundle;

/** City IT sees how each job went, in words, also while the database is away. */
@Timeout(60)
class JobsPageTest {

    private static final Identity ADMIN = new Identity("a", "Kim Beispiel", Set.of("admin"));

    private final MovableClock clock = MovableClock.at("2026-11-24T12:00:05Z");
    private final Jobs jobs = new Jobs(new JobNotices(), clock);
    private final JobsPage page = new JobsPage(jobs, id -> Optional.of(module(id)));
    private final PageVisitor visitor = new PageVisitor(page, ADMIN, Language.DE);

    @AfterEach
    void stop() {
        jobs.close();
    }

    /** A module that calls its job "a" by a title in two languages. */
    private static Bundle module(long id) {
        return (Bundle) Proxy.newProxyInstance(
                JobsPageTest.class.getClassLoader(), new Class<?>[] {Bundle.class}, (self, method, arguments) -> {
                    if (method.getName().equals("getSymbolicName")) {
                        return "module-" + id;
                    }
                    return method.getName().equals("getEntry")
                            ? JobsPageTest.class.getResource("/titles/" + arguments[0])
                            : null;
                });
    }

    private static Map<String, Object> every10s(String name) {
        return Map.of("einsnull.job.name", name, "einsnull.job.intervalInS", 10, "service.bundleid", 7L);
    }

    private static DataSource away() {
        return (DataSource) Proxy.newProxyInstance(
                JobsPageTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return method.getName().equals("hashCode") ? (Object) 1 : "away";
                    }
                    throw new SQLException("connection refused");
                });
    }

    @SuppressWarnings("unchecked")
    private List<JobView> shown() {
        return (List<JobView>) visitor.model("").get("jobs");
    }

    private void runs(String name) {
        jobs.runNow(name);
        eventually("the end", () -> jobs.lanes().stream().noneMatch(JobLane::isRunning));
    }

    @Test
    void oneThatNeverRanSaysWhenItWill() throws Exception {
        jobs.setSource(JobDatabase.create());
        jobs.addJob(run -> "", every10s("b"));
        jobs.addJob(run -> "", every10s("a"));
        assertThat(shown()).extracting(JobView::name).containsExactly("a", "b");
        var first = shown().get(0);
        assertThat(first.outcome()).isEqualTo("never");
        assertThat(first.state()).isEqualTo("unknown");
        assertThat(first.module()).isEqualTo("module-7");
        assertThat(shown()).extracting(JobView::title).containsExactly("Karten prüfen", "b");
        var inTurkish = new PageVisitor(page, ADMIN, Language.TR);
        assertThat((List<?>) inTurkish.model("").get("jobs"))
                .first()
                .extracting("title")
                .isEqualTo("Kartları denetle");
        assertThat(first.times()).isEqualTo("10 s");
        assertThat(first.begun()).isNull();
        assertThat(first.next()).isEqualTo("2026-11-24T12:00:10Z");
    }

    @Test
    void outcomesLookLikeWhatTheyMean() throws Exception {
        jobs.setSource(JobDatabase.create());
        jobs.addJob(
                run -> {
                    clock.advance(Duration.ofMillis(1_500));
                    return "7 letters";
                },
                every10s("good"));
        jobs.addJob(
                run -> {
                    throw new IllegalStateException("no paper");
                },
                every10s("bad"));
        runs("good");
        runs("bad");
        assertThat(shown())
                .extracting(view -> view.name() + " " + view.outcome() + " " + view.state() + " " + view.message())
                .containsExactly("bad failed fault IllegalStateException: no paper", "good succeeded free 7 letters");
        assertThat(shown().get(1).seconds()).isEqualTo(1.5);
    }

    @Test
    void oneThatRunsIsNotStartedTwice() throws Exception {
        jobs.setSource(JobDatabase.create());
        var audit = new RecordedAudit();
        page.audit = audit;
        var end = new CountDownLatch(1);
        jobs.addJob(
                run -> {
                    end.await();
                    return "";
                },
                every10s("long"));
        assertThat(visitor.sentTo("", "aufgabe", "long")).endsWith("gestartet");
        assertThat(visitor.sentTo("", "aufgabe", "long")).endsWith("laeuft");
        assertThat(shown().get(0).running()).isTrue();
        assertThat(shown().get(0).outcome()).isEqualTo("running");
        assertThat(audit.lines()).containsExactly("a job.started long true");
        end.countDown();
        eventually("the end", () -> jobs.lanes().stream().noneMatch(JobLane::isRunning));
    }

    /** The page must open just when it is needed. */
    @Test
    void withoutItsDatabaseThePageSaysSo() {
        jobs.setSource(away());
        jobs.addJob(run -> "", every10s("a"));
        assertThat(visitor.model("")).containsEntry("away", true);
        assertThat(shown()).extracting(JobView::outcome).containsExactly("never");
        var health = new JobsHealth(jobs).execute();
        assertThat(health.getStatus()).isEqualTo(Result.Status.WARN);
        assertThat(health.toString()).contains("connection refused", "wait until the database is back");
    }

    @Test
    void whatNobodyRunsIsNamedInTheHealthOfThePlatform() throws Exception {
        jobs.setSource(JobDatabase.create());
        jobs.addJob(run -> "", Map.of("einsnull.job.name", "x"));
        assertThat(new JobsHealth(jobs).execute().toString()).contains("exactly one", "vendor of the module");
    }

    @Test
    void allWellIsSaidToo() throws Exception {
        jobs.setSource(JobDatabase.create());
        jobs.addJob(run -> "", every10s("a"));
        var health = new JobsHealth(jobs).execute();
        assertThat(health.getStatus()).isEqualTo(Result.Status.OK);
        assertThat(health.toString()).contains("1 jobs");
    }

    /** What stands behind the question mark comes from anybody. */
    @Test
    void aNoteThatNobodyWroteIsNotShown() {
        assertThat(visitor.model("", "meldung", "gestartet"))
                .containsEntry("notice", new PageNotice.Shown("success", "jobs.note.gestartet"));
        assertThat(visitor.model("", "meldung", "<script>")).containsEntry("notice", "");
    }
}
