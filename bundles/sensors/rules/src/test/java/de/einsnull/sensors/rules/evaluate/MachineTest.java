package de.einsnull.sensors.rules.evaluate;

import static de.einsnull.sensors.rules.Samples.below;
import static de.einsnull.sensors.rules.Samples.rule;
import static de.einsnull.sensors.rules.Samples.silent;
import static de.einsnull.sensors.rules.Samples.warmer;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.rules.model.Condition;
import de.einsnull.sensors.rules.model.Operator;
import de.einsnull.sensors.rules.model.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When a rule fires and when it ends, by the times of the values alone. */
class MachineTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void firesWhenTheLimitIsCrossedAndEndsWhenItIsCrossedBack() {
        var machine = Machine.fresh(rule(0, true, below(10, 0)), NOON);

        assertThat(machine.take(0, at(1), Value.of(10.0))).isEmpty();
        assertThat(machine.take(0, at(2), Value.of(9.9))).containsExactly(new Transition(true, at(2), List.of("9.9")));
        assertThat(machine.firing()).isTrue();
        assertThat(machine.take(0, at(3), Value.of(9.0))).isEmpty();
        assertThat(machine.take(0, at(4), Value.of(10.0)))
                .containsExactly(new Transition(false, at(4), List.of("10.0")));
        assertThat(machine.firing()).isFalse();
    }

    /** Without it a value at the limit would open and close an alert every minute. */
    @Test
    void aValueThatTremblesAtTheLimitFiresOnce() {
        var machine = Machine.fresh(rule(0, true, below(10, 2)), NOON);

        var found = feed(machine, 9.9, 10.1, 9.8, 11.9, 9.9, 12.0);

        assertThat(found).extracting(Transition::opened).containsExactly(true, false);
        assertThat(found).extracting(Transition::at).containsExactly(at(0), at(5));
    }

    @Test
    void aShortDipDoesNotFire() {
        var machine = Machine.fresh(rule(5, true, below(10, 0)), NOON);

        assertThat(feed(machine, 9, 9, 9, 9, 20)).isEmpty();
    }

    /** The alert begins when the time is up, not with whatever value happens to come next. */
    @Test
    void firesInTheMomentInWhichTheDurationIsUp() {
        var machine = Machine.fresh(rule(5, true, below(10, 0)), NOON);

        machine.take(0, at(0), Value.of(9.0));
        assertThat(machine.take(0, at(7), Value.of(8.0))).containsExactly(new Transition(true, at(5), List.of("9.0")));

        var alone = Machine.fresh(rule(5, true, below(10, 0)), NOON);
        alone.take(0, at(0), Value.of(9.0));
        assertThat(alone.advance(at(4))).isEmpty();
        assertThat(alone.advance(at(5))).extracting(Transition::at).containsExactly(at(5));
        assertThat(alone.advance(at(60))).isEmpty();
    }

    @Test
    void silenceFiresAndTheNextValueEndsIt() {
        var machine = Machine.fresh(rule(0, true, silent(30)), NOON);

        machine.take(0, at(3), Value.of(20.0));
        assertThat(machine.advance(at(32))).isEmpty();
        assertThat(machine.advance(at(40))).containsExactly(new Transition(true, at(33), List.of("20.0")));
        assertThat(machine.take(0, at(41), Value.of(21.0)))
                .extracting(Transition::opened)
                .containsExactly(false);
    }

    /** A device that never said anything is silent since the rule watches. */
    @Test
    void silenceCountsFromTheBeginningWhereThereNeverWasAValue() {
        var machine = Machine.fresh(rule(0, true, silent(30)), NOON);

        assertThat(machine.advance(at(31))).containsExactly(new Transition(true, at(30), List.of("")));
    }

    /** A gap between two values that came together later would otherwise not be seen on recorded days. */
    @Test
    void aGapInTheRecordFiresAndEnds() {
        var machine = Machine.fresh(rule(0, true, silent(30)), NOON);

        machine.take(0, at(0), Value.of(20.0));
        assertThat(machine.take(0, at(100), Value.of(20.0)))
                .extracting(Transition::at)
                .containsExactly(at(30), at(100));
    }

    @Test
    void allConditionsMustHoldOrOneIsEnough() {
        var both = Machine.fresh(rule(0, true, below(10, 0), warmer(20)), NOON);
        assertThat(both.take(0, at(1), Value.of(5.0))).isEmpty();
        assertThat(both.take(1, at(2), Value.of(25.0)))
                .containsExactly(new Transition(true, at(2), List.of("5.0", "25.0")));
        assertThat(both.take(1, at(3), Value.of(19.0)))
                .extracting(Transition::opened)
                .containsExactly(false);

        var one = Machine.fresh(rule(0, false, below(10, 0), warmer(20)), NOON);
        assertThat(one.take(0, at(1), Value.of(5.0))).hasSize(1);
        assertThat(one.take(1, at(2), Value.of(25.0))).isEmpty();
        assertThat(one.take(0, at(3), Value.of(15.0))).isEmpty();
        assertThat(one.take(1, at(4), Value.of(15.0))).hasSize(1);
    }

    @Test
    void wordsAndFlagsAreCompared() {
        var occupied = new Condition("occupied", Operator.IS, 0, 0, "true", Duration.ZERO, 0);
        var fault = new Condition("charging_status", Operator.IS, 0, 0, "faulted", Duration.ZERO, 0);
        var machine = Machine.fresh(rule(0, false, occupied, fault), NOON);

        assertThat(machine.take(0, at(1), Value.of(true))).hasSize(1);
        assertThat(machine.take(0, at(2), Value.of(false))).hasSize(1);
        assertThat(machine.take(1, at(3), Value.of("FAULTED"))).hasSize(1);
        assertThat(machine.take(1, at(4), Value.of("available"))).hasSize(1);
    }

    /** A number where a word was expected, and the other way round, is no match and no failure. */
    @Test
    void valuesOfAnotherTypeDoNotMatch() {
        var machine = Machine.fresh(rule(0, true, below(10, 0)), NOON);

        assertThat(machine.take(0, at(1), Value.of("5"))).isEmpty();
        assertThat(machine.take(0, at(2), Value.of(true))).isEmpty();
    }

    @Test
    void whatWasSeenBeforeOrComesTooLateChangesNothing() {
        var machine = Machine.fresh(rule(0, true, below(10, 0)), NOON);
        machine.take(0, at(5), Value.of(20.0));

        assertThat(machine.take(0, at(5), Value.of(1.0))).isEmpty();
        assertThat(machine.take(0, at(4), Value.of(1.0))).isEmpty();
        assertThat(machine.seen(0)).contains(at(5));
    }

    /** After a crash the same alerts come at the same times, wherever it was interrupted. */
    @Test
    void interruptedAnywhereItSaysTheSame() {
        var chance = new Random(7);
        int fired = 0;
        for (int run = 0; run < 50; run++) {
            Rule rule = rule(3, run % 2 == 0, below(10, 1), silent(4), warmer(10));
            var values = chance.doubles(60, 5, 15).toArray();
            var whole = Machine.fresh(rule, NOON);
            var often = Machine.fresh(rule, NOON);
            var expected = new ArrayList<Transition>();
            var found = new ArrayList<Transition>();
            for (int i = 0; i < values.length; i++) {
                int condition = chance.nextInt(3);
                var at = at(i * 2L);
                expected.addAll(whole.take(condition, at, Value.of(values[i])));
                often = Machine.of(rule, NOON, often.kept());
                found.addAll(often.take(condition, at, Value.of(values[i])));
                found.addAll(Machine.of(rule, NOON, often.kept()).take(condition, at, Value.of(values[i])));
            }
            assertThat(found).isEqualTo(expected);
            fired += expected.size();
        }
        assertThat(fired).as("transitions that were compared").isGreaterThan(100);
    }

    @Test
    void wordsThatLookLikeTheKeptFormSurvive() {
        var named = new Condition("note", Operator.IS, 0, 0, "a; b - c", Duration.ZERO, 0);
        var machine = Machine.fresh(rule(0, true, named), NOON);
        machine.take(0, at(1), Value.of("a; b - c"));

        var again = Machine.of(rule(0, true, named), NOON, machine.kept());

        assertThat(again.firing()).isTrue();
        assertThat(again.take(0, at(2), Value.of("other")))
                .containsExactly(new Transition(false, at(2), List.of("other")));
    }

    /** A rule with another number of conditions is another rule. */
    @Test
    void whatWasKeptForOtherConditionsIsForgotten() {
        var machine = Machine.fresh(rule(0, true, below(10, 0)), NOON);
        machine.take(0, at(1), Value.of(5.0));

        assertThat(Machine.of(rule(0, true, below(10, 0), silent(5)), NOON, machine.kept())
                        .firing())
                .isFalse();
    }

    private static List<Transition> feed(Machine machine, double... values) {
        var found = new ArrayList<Transition>();
        for (int i = 0; i < values.length; i++) {
            found.addAll(machine.take(0, at(i), Value.of(values[i])));
        }
        return found;
    }

    private static Instant at(long minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }
}
