package de.einsnull.sensors.rules.engine;

import static de.einsnull.sensors.rules.Samples.below;
import static de.einsnull.sensors.rules.Samples.rule;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.DemoNotice;
import de.einsnull.sensors.rules.RulesDatabase;
import de.einsnull.sensors.rules.RulesDatabase.Kind;
import de.einsnull.sensors.rules.Samples;
import de.einsnull.sensors.rules.model.Rule;
import de.einsnull.sensors.rules.store.StateStore;
import de.einsnull.sensors.testkit.FakeSensorDirectory;
import java.time.Duration;
import java.util.List;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When rules are evaluated, and what is said when they cannot be. */
class EngineTest {

    private final FakeSensorDirectory directory = new FakeSensorDirectory();
    private final Samples city = new Samples(directory);
    private final RulesDatabase data = new RulesDatabase(Kind.H2);
    private final Engine engine = new Engine(
            new Evaluation(directory, data.database, data.rules, new StateStore(), data.alerts, data.tasks),
            data.rules,
            data.clock);

    @BeforeEach
    void begin() throws Exception {
        long id = data.rules
                .save(rule(0, true, below(10, 0)), data.clock.instant())
                .orElseThrow();
        data.rules.setActive(id, true, data.clock.instant());
        engine.tick();
        data.clock.advance(Duration.ofSeconds(1));
    }

    @AfterEach
    void stop() throws InterruptedException {
        engine.stop();
    }

    @Test
    void newsAreEvaluatedAtTheNextTick() throws Exception {
        city.tree(7, data.clock.instant(), 9);
        engine.tick();
        assertThat(data.alerts.open(10)).as("nobody told it").isEmpty();

        engine.observed(List.of());
        engine.tick();

        assertThat(data.alerts.open(10)).hasSize(1);
    }

    /** The listener's calls are lost on a crash: ten seconds later it looks anyway. */
    @Test
    void withoutNewsItLooksEveryTenSeconds() throws Exception {
        city.tree(7, data.clock.instant(), 9);
        data.clock.advance(Duration.ofSeconds(10));

        engine.tick();

        assertThat(data.alerts.open(10)).hasSize(1);
    }

    @Test
    void aRuleThatIsSwitchedOnIsEvaluatedAtOnce() throws Exception {
        city.tree(7, data.clock.instant().minusSeconds(60), 9);
        Rule second = rule(0, true, below(20, 0));
        long id = data.rules.save(second, data.clock.instant()).orElseThrow();
        data.rules.setActive(id, true, data.clock.instant());

        engine.tick();

        assertThat(data.alerts.open(10)).hasSize(2);
    }

    @Test
    void whileTheDatabaseIsAwayItSaysSoAndMakesUpForItLater() throws Exception {
        city.tree(7, data.clock.instant(), 9);
        directory.setAway(true);
        engine.observed(List.of());
        engine.tick();
        assertThat(engine.execute().getStatus()).isEqualTo(Result.Status.CRITICAL);

        directory.setAway(false);
        engine.tick();

        assertThat(engine.execute().getStatus()).isEqualTo(Result.Status.OK);
        assertThat(data.alerts.open(10)).hasSize(1);
    }

    @Test
    void theDemoGetsRulesOnceAndOnlyWhereThereAreNone() throws Exception {
        new DemoRules(data.rules, data.clock).bindDemo(new DemoNotice("demo"));
        assertThat(data.rules.all()).hasSize(1);

        data.rules.remove(data.rules.all().get(0).id(), data.clock.instant());
        new DemoRules(data.rules, data.clock).bindDemo(new DemoNotice("demo"));
        new DemoRules(data.rules, data.clock).bindDemo(new DemoNotice("demo"));

        assertThat(data.rules.all()).hasSize(3).allSatisfy(one -> assertThat(one.activeSince())
                .isPresent());
    }

    @Test
    void whatIsAYearOldIsForgotten() throws Exception {
        city.tree(7, data.clock.instant(), 9, 20);
        engine.observed(List.of());
        data.clock.advance(Duration.ofMinutes(2));
        engine.tick();
        data.tasks.done(data.tasks.open("", 10).get(0).id(), "kim");
        var job = new Forgetting(data.alerts, data.tasks);
        var soon = data.clock.instant().plus(Duration.ofDays(364));

        job.run(new de.einsnull.jobs.api.JobRun(soon, 0, java.util.Optional.empty()));
        assertThat(data.alerts.closed(10)).hasSize(1);

        job.run(new de.einsnull.jobs.api.JobRun(soon.plus(Duration.ofDays(2)), 0, java.util.Optional.empty()));
        assertThat(data.alerts.closed(10)).isEmpty();
        assertThat(data.tasks.done(10)).isEmpty();
    }
}
