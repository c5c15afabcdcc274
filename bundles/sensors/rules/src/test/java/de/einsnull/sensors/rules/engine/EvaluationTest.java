package de.einsnull.sensors.rules.engine;

import static de.einsnull.sensors.rules.Samples.below;
import static de.einsnull.sensors.rules.Samples.rule;
import static de.einsnull.sensors.rules.Samples.silent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.bus.api.CityEvent;
import de.einsnull.sensors.rules.RulesDatabase;
import de.einsnull.sensors.rules.RulesDatabase.Kind;
import de.einsnull.sensors.rules.Samples;
import de.einsnull.sensors.rules.model.Alert;
import de.einsnull.sensors.rules.model.ReadingText;
import de.einsnull.sensors.rules.model.Rule;
import de.einsnull.sensors.rules.model.Task;
import de.einsnull.sensors.rules.store.AlertStore;
import de.einsnull.sensors.rules.store.StateStore;
import de.einsnull.sensors.testkit.FakeSensorDirectory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules on what the database has stored: nothing missed, nothing twice, on both databases. */
class EvaluationTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final FakeSensorDirectory directory = new FakeSensorDirectory();
    private final Samples city = new Samples(directory);

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aDryTreeOpensAnAlertWithItsValuesATaskAndAnEvent(Kind kind) throws Exception {
        var data = new RulesDatabase(kind);
        long id = active(data, rule(0, true, below(10, 2)));
        city.tree(7, NOON.plusSeconds(60), 15, 9.5, 9.1);
        city.tree(8, NOON.plusSeconds(60), 15, 14, 13);

        assertThat(evaluation(data).run(NOON.plusSeconds(600))).isEqualTo(1);

        assertThat(data.alerts.open(10)).singleElement().satisfies(alert -> {
            assertThat(alert.rule()).isEqualTo(id);
            assertThat(alert.thingName()).isEqualTo("Linde 7");
            assertThat(alert.openedAt()).isEqualTo(NOON.plusSeconds(120));
            assertThat(alert.readings()).containsExactly(new ReadingText("soil_moisture", "9.5", "%"));
        });
        assertThat(data.tasks.open("Bauhof", 10)).singleElement().satisfies(task -> {
            assertThat(task.title()).isEqualTo("Baum zu trocken: Linde 7");
            assertThat(task.detail()).contains("9.5 %");
        });
        assertThat(data.outbox.events()).extracting(CityEvent::type).containsExactly(AlertStore.OPENED);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void itEndsByItselfAndTheTaskStaysUntilSomebodyDidIt(Kind kind) throws Exception {
        var data = new RulesDatabase(kind);
        active(data, rule(0, true, below(10, 2)));
        city.tree(7, NOON.plusSeconds(60), 9);
        evaluation(data).run(NOON.plusSeconds(100));
        city.tree(7, NOON.plusSeconds(120), 11, 30);

        evaluation(data).run(NOON.plusSeconds(600));

        assertThat(data.alerts.open(10)).isEmpty();
        assertThat(data.alerts.closed(10)).singleElement().satisfies(alert -> assertThat(alert.closedAt())
                .contains(NOON.plusSeconds(180)));
        assertThat(data.outbox.events())
                .extracting(CityEvent::type)
                .containsExactly(AlertStore.OPENED, AlertStore.CLOSED);
        assertThat(data.tasks.open("", 10)).hasSize(1);
    }

    /** A new process reads on where the last one left off: what came meanwhile is neither lost nor counted twice. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void aNewProcessGoesOnWhereTheOldOneWasKilled(Kind kind) throws Exception {
        var data = new RulesDatabase(kind);
        active(data, rule(5, true, below(10, 0)));
        city.tree(7, NOON.plusSeconds(60), 9);
        evaluation(data).run(NOON.plusSeconds(120));
        assertThat(data.alerts.open(10)).isEmpty();

        city.tree(7, NOON.plusSeconds(120), 8, 7);
        evaluation(data).run(NOON.plusSeconds(1_000));
        evaluation(data).run(NOON.plusSeconds(1_000));

        assertThat(data.alerts.open(10)).extracting(Alert::openedAt).containsExactly(NOON.plusSeconds(360));
    }

    /** If the event cannot be kept, the alert is not kept either, and comes again at the next evaluation. */
    @Test
    void whatFailsInTheMiddleIsDoneAgainAsAWhole() throws Exception {
        var broken = new RulesDatabase(Kind.H2);
        active(broken, rule(0, true, below(10, 0)));
        city.tree(7, NOON.plusSeconds(60), 9);
        broken.outbox.refuses();

        assertThatThrownBy(() -> evaluation(broken).run(NOON.plusSeconds(100))).isInstanceOf(SQLException.class);

        assertThat(broken.alerts.open(10)).isEmpty();
        assertThat(broken.tasks.open("", 10)).isEmpty();
    }

    /** What was so before the rule was switched on is how things are: a tree that is dry already is reported. */
    @Test
    void theLastValueBeforeTheBeginningCounts() throws Exception {
        var data = new RulesDatabase(Kind.H2);
        city.tree(7, NOON.minusSeconds(3_600), 30, 9);
        active(data, rule(0, true, below(10, 0)));

        evaluation(data).run(NOON.plusSeconds(1));

        assertThat(data.alerts.open(10)).hasSize(1);
    }

    @Test
    void silenceIsSeenWithoutAnyNews() throws Exception {
        var data = new RulesDatabase(Kind.H2);
        active(data, rule(0, true, silent(30)));
        city.tree(7, NOON.plusSeconds(60), 20);
        var evaluation = evaluation(data);
        evaluation.run(NOON.plusSeconds(120));
        assertThat(data.alerts.open(10)).isEmpty();

        evaluation.run(NOON.plus(Duration.ofMinutes(32)));

        assertThat(data.alerts.open(10)).extracting(Alert::openedAt).containsExactly(NOON.plus(Duration.ofMinutes(31)));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aRuleThatIsChangedOrSwitchedOffEndsItsAlerts(Kind kind) throws Exception {
        var data = new RulesDatabase(kind);
        long id = active(data, rule(0, true, below(10, 0)));
        city.tree(7, NOON.plusSeconds(60), 9);
        evaluation(data).run(NOON.plusSeconds(100));

        data.rules.setActive(id, false, NOON.plusSeconds(200));

        assertThat(data.alerts.open(10)).isEmpty();
        assertThat(evaluation(data).run(NOON.plusSeconds(300))).isZero();
        data.rules.setActive(id, true, NOON.plusSeconds(400));
        evaluation(data).run(NOON.plusSeconds(500));
        assertThat(data.alerts.open(10)).hasSize(1);
        data.rules.save(rule(0, true, below(5, 0)).withId(id), NOON.plusSeconds(600));
        assertThat(data.alerts.open(10)).isEmpty();
        assertThat(data.rules.find(id).orElseThrow().activeSince()).isEmpty();
    }

    @Test
    void aThingThatIsRemovedEndsItsAlert() throws Exception {
        var data = new RulesDatabase(Kind.H2);
        active(data, rule(0, true, below(10, 0)));
        city.tree(7, NOON.plusSeconds(60), 9);
        evaluation(data).run(NOON.plusSeconds(100));

        var without = new Evaluation(
                new FakeSensorDirectory(), data.database, data.rules, new StateStore(), data.alerts, data.tasks);
        without.run(NOON.plusSeconds(200));

        assertThat(data.alerts.open(10)).isEmpty();
    }

    /** A second alert for the same tree while nobody has been there must not double the work. */
    @Test
    void aTreeIsOnTheListOnceHoweverOftenItFires() throws Exception {
        var data = new RulesDatabase(Kind.H2);
        active(data, rule(0, true, below(10, 0)));
        city.tree(7, NOON.plusSeconds(60), 9, 20, 9, 20, 9);

        evaluation(data).run(NOON.plusSeconds(900));

        assertThat(data.outbox.events()).hasSize(5);
        assertThat(data.tasks.open("", 10)).extracting(Task::team).containsExactly("Bauhof");
    }

    private Evaluation evaluation(RulesDatabase data) {
        return new Evaluation(directory, data.database, data.rules, new StateStore(), data.alerts, data.tasks);
    }

    private static long active(RulesDatabase data, Rule rule) throws SQLException {
        long id = data.rules.save(rule, NOON).orElseThrow();
        data.rules.setActive(id, true, NOON);
        return id;
    }
}
