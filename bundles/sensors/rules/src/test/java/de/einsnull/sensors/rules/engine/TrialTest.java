package de.einsnull.sensors.rules.engine;

import static de.einsnull.sensors.rules.Samples.below;
import static de.einsnull.sensors.rules.Samples.rule;
import static de.einsnull.sensors.rules.Samples.silent;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.sensors.rules.RulesDatabase;
import de.einsnull.sensors.rules.RulesDatabase.Kind;
import de.einsnull.sensors.rules.Samples;
import de.einsnull.sensors.rules.model.ReadingText;
import de.einsnull.sensors.rules.store.StateStore;
import de.einsnull.sensors.testkit.FakeSensorDirectory;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A clerk sees what a rule would have done before it does anything. */
class TrialTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final FakeSensorDirectory directory = new FakeSensorDirectory();
    private final Samples city = new Samples(directory);
    private final RulesDatabase data = new RulesDatabase(Kind.H2);
    private final Trial trial = new Trial(
            directory, new Evaluation(directory, data.database, data.rules, new StateStore(), data.alerts, data.tasks));

    @Test
    void saysWhenWhereHowLongAndWithWhichValues() {
        city.tree(7, NOON, 12, 9, 8, 13, 14, 9);
        city.tree(8, NOON, 20, 20, 20);

        var outcome = trial.run(rule(0, true, below(10, 0)), NOON, NOON.plusSeconds(3_600));

        assertThat(outcome.count()).isEqualTo(2);
        assertThat(outcome.things()).isEqualTo(2);
        assertThat(outcome.values()).isEqualTo(9);
        assertThat(outcome.complete()).isTrue();
        assertThat(outcome.firings().get(0))
                .isEqualTo(new Trial.Firing(
                        7,
                        "Linde 7",
                        NOON.plusSeconds(60),
                        Optional.of(NOON.plusSeconds(180)),
                        java.util.List.of(new ReadingText("soil_moisture", "9.0", "%"))));
        assertThat(outcome.firings().get(1).to()).as("goes on at the end").isEmpty();
    }

    /** A trial that said another thing than the live rule would make a fool of whoever trusted it. */
    @Test
    void saysWhatTheLiveRuleDoes() throws Exception {
        var rule = rule(2, true, below(10, 1));
        long id = data.rules.save(rule, NOON).orElseThrow();
        data.rules.setActive(id, true, NOON);
        var live = new Evaluation(directory, data.database, data.rules, new StateStore(), data.alerts, data.tasks);
        double[] values = {12, 9, 8, 8, 8, 12, 9, 12, 9, 9, 9, 9, 10.5, 11.5};
        for (int i = 1; i <= values.length; i++) {
            directory.observe();
            feed(values, i);
            live.run(NOON.plus(Duration.ofMinutes(i)));
        }

        var outcome = trial.run(rule, NOON, NOON.plus(Duration.ofMinutes(values.length)));

        assertThat(outcome.firings()).hasSize(2);
        assertThat(data.alerts.closed(10).stream().map(one -> one.openedAt()).sorted())
                .containsExactlyElementsOf(
                        outcome.firings().stream().map(Trial.Firing::from).toList());
        assertThat(data.alerts.closed(10).stream().map(one -> one.closedAt()).sorted((a, b) -> a.get()
                        .compareTo(b.get())))
                .containsExactlyElementsOf(
                        outcome.firings().stream().map(Trial.Firing::to).toList());
    }

    /** The newest value alone comes in, at its minute. */
    private void feed(double[] values, int upTo) {
        var at = NOON.plus(Duration.ofMinutes(upTo - 1L));
        city.tree(7, at, Arrays.copyOfRange(values, upTo - 1, upTo));
    }

    @Test
    void opensNothing() throws Exception {
        city.tree(7, NOON, 9);

        trial.run(rule(0, true, below(10, 0)), NOON, NOON.plusSeconds(3_600));

        assertThat(data.alerts.open(10)).isEmpty();
        assertThat(data.tasks.open("", 10)).isEmpty();
        assertThat(data.outbox.events()).isEmpty();
    }

    @Test
    void findsGapsInTheRecord() {
        city.tree(7, NOON, 20);

        var outcome = trial.run(rule(0, true, silent(30)), NOON, NOON.plus(Duration.ofHours(2)));

        assertThat(outcome.firings()).extracting(Trial.Firing::from).containsExactly(NOON.plus(Duration.ofMinutes(30)));
    }

    /** A city with a thousand sensors must not keep the page waiting. */
    @Test
    void stopsAtItsBoundsAndSaysSo() {
        for (int i = 1; i <= Trial.MOST_THINGS + 1; i++) {
            city.tree(i, NOON, 9, 20, 9, 20, 9);
        }

        var outcome = trial.run(rule(0, true, below(10, 0)), NOON, NOON.plusSeconds(3_600));

        assertThat(outcome.complete()).isFalse();
        assertThat(outcome.things()).isEqualTo(Trial.MOST_THINGS);
        assertThat(outcome.count()).isEqualTo(3 * Trial.MOST_THINGS);
        assertThat(outcome.firings()).hasSize(Trial.MOST_FIRINGS);
    }
}
