package de.einsnull.modules.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.modules.api.Change;
import de.einsnull.modules.api.Change.Action;
import de.einsnull.modules.api.Finding;
import de.einsnull.modules.api.Module;
import de.einsnull.modules.api.Operation;
import de.einsnull.testkit.FakeModules;
import de.einsnull.testkit.FixedCaller;
import de.einsnull.web.api.Problem;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A script that changes modules in the night must be able to rely on what it is told. */
class OperationsResourceTest {

    private final FakeModules fake = new FakeModules();
    private final FixedCaller caller = new FixedCaller(FixedCaller.admin("robot"));
    private final OperationsResource operations = new OperationsResource(fake, caller);

    @BeforeEach
    void aModule() {
        fake.add(FakeModules.module("trees", Module.Origin.INSTALLED, Module.State.RUNNING));
    }

    @ParameterizedTest
    @EnumSource(
            value = Action.class,
            names = {"STOP", "START", "REMOVE"})
    void whoAskedIsKeptWithTheOperation(Action action) {
        var begun =
                (OperationView) operations.apply(new Change(action, "trees")).getEntity();
        assertThat(begun.actor()).isEqualTo("robot");
        assertThat(begun.plan().change().action()).isEqualTo(action);
        assertThat(fake.begun()).containsExactly("robot " + action + " trees");
    }

    @ParameterizedTest
    @EnumSource(Operation.Outcome.class)
    void everyEndIsToldWithItsReason(Operation.Outcome outcome) {
        operations.apply(new Change(Action.STOP, "trees"));
        boolean well = outcome == Operation.Outcome.SUCCEEDED;
        fake.end("o1", outcome, well ? Optional.empty() : Optional.of(FakeModules.REFUSED));
        OperationView ended = operations.operation("o1");
        assertThat(ended.outcome()).isEqualTo(outcome);
        assertThat(ended.reason()).isEqualTo(well ? null : FakeModules.REFUSED);
        assertThat(ended.progress()).extracting(Operation.Progress::english).containsExactly("Done.");
    }

    @ParameterizedTest
    @CsvSource(
            value = {"null, trees, /action", "STOP, null, /target", "STOP, ' ', /target"},
            nullValues = "null")
    void whatIsMissingIsNamed(Action action, String target, String pointer) {
        var problem = Problems.of(() -> operations.apply(new Change(action, target)));
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.code()).isEqualTo("invalid-input");
        assertThat(problem.fields()).extracting(Problem.Field::pointer).containsExactly(pointer);
    }

    @Test
    void aRequestWithoutABodyIsNotAnErrorOfThePlatform() {
        assertThat(Problems.of(() -> operations.apply(null)).status()).isEqualTo(400);
    }

    @Test
    void anArchiveThatWasForgottenIsNamedInBothLanguages() {
        var problem = Problems.of(() -> operations.apply(new Change(Action.START, "gone")));
        assertThat(problem.status()).isEqualTo(404);
        assertThat(problem.code()).isEqualTo("target-not-found");
        assertThat(problem.detail().de()).contains("„gone“", "eine Stunde");
        assertThat(problem.detail().en()).contains("\"gone\"", "an hour");
    }

    /** All reasons at once, so that nobody has to try again for each. */
    @Test
    void aRefusedPlanNamesEveryReason() {
        fake.object(FakeModules.REFUSED);
        fake.object(new Finding(Finding.Level.REFUSED, "others-affected", "bees", "Bienen.", "Bees."));
        fake.object(new Finding(Finding.Level.NOTE, "already-there", "", "Gut.", "Good."));
        var problem = Problems.of(() -> operations.apply(new Change(Action.STOP, "trees")));
        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.code()).isEqualTo("plan-refused");
        assertThat(problem.fields())
                .extracting(Problem.Field::pointer)
                .containsExactly("not-signed", "others-affected");
        assertThat(problem.fields().get(1).message().de()).isEqualTo("bees: Bienen.");
        assertThat(problem.detail().en()).endsWith("Nothing was changed.");
    }

    /** Two people press the button at once: the second one is refused and not told of an error of the platform. */
    @Test
    void whoComesSecondIsToldSo() {
        var late = new OperationsResource(
                new Failing(fake)
                        .when("apply", new IllegalStateException("changed meanwhile"))
                        .installer(),
                caller);
        var problem = Problems.of(() -> late.apply(new Change(Action.STOP, "trees")));
        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.detail().de()).isEqualTo("Es wurde nichts geändert.");
    }

    @Test
    void whatDisappearsAtThatMomentIsNotAnErrorOfThePlatform() {
        var gone = new Failing(fake)
                .when("apply", new NoSuchElementException("No staged archive s1"))
                .installer();
        assertThat(Problems.of(() -> new OperationsResource(gone, caller).apply(new Change(Action.STOP, "trees")))
                        .status())
                .isBetween(404, 409);
    }

    /** What is really broken must not look like a refusal. */
    @Test
    void anErrorOfThePlatformStaysOne() {
        var broken = new Failing(fake)
                .when("apply", new IllegalArgumentException("bug"))
                .installer();
        assertThatThrownBy(() -> new OperationsResource(broken, caller).apply(new Change(Action.STOP, "trees")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOldOperationIsLookedUpInTheHistory() {
        var problem = Problems.of(() -> operations.operation("long-ago"));
        assertThat(problem.status()).isEqualTo(404);
        assertThat(problem.code()).isEqualTo("operation-not-found");
        assertThat(problem.detail().en()).contains("long-ago", "/api/modules/history");
    }
}
