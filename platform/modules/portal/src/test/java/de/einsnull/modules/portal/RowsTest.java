package de.einsnull.modules.portal;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.health.api.Sentence;
import de.einsnull.modules.api.Change.Action;
import de.einsnull.modules.api.Finding;
import de.einsnull.modules.api.HistoryEntry;
import de.einsnull.modules.api.Module;
import de.einsnull.modules.api.Module.Origin;
import de.einsnull.modules.api.Module.State;
import de.einsnull.modules.api.ModuleDetails.Health;
import de.einsnull.modules.api.ModuleDetails.Level;
import de.einsnull.modules.api.Operation.Outcome;
import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.security.api.Accounts;
import de.einsnull.testkit.FakeModules;
import de.einsnull.testkit.FixedCaller;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a row says at a glance: a wrong mark would send city IT to the wrong module. */
class RowsTest {

    @ParameterizedTest
    @CsvSource({
        "RUNNING, false, free",
        "RUNNING, true, warning",
        "STOPPED, false, unknown",
        "CHANGING, false, reading",
        "QUARANTINED, true, fault",
        "FAILED, false, fault",
        "AVAILABLE, false, unknown",
    })
    void theMarkFollowsStateAndHealth(State state, boolean troubled, String kind) {
        assertThat(ModuleRow.kind(state, troubled)).isEqualTo(kind);
    }

    @Test
    void theFirstTroubleIsShownAndGoodNewsIsNot() {
        var module = FakeModules.module("trees", Origin.INSTALLED, State.RUNNING);
        var good = new Health(Level.GOOD, "a", "All well", "");
        var bad = new Health(Level.BAD, "b", "The table is gone", "Look");
        assertThat(ModuleRow.of(module, List.of(good)).trouble()).isEmpty();
        assertThat(ModuleRow.of(module, List.of(good, bad)).trouble()).isEqualTo("The table is gone");
    }

    @ParameterizedTest
    @EnumSource(Origin.class)
    void onlyWhatSomebodyInstalledIsMarkedAsUnsigned(Origin origin) {
        Module module = FakeModules.module("trees", origin, State.RUNNING);
        assertThat(ModuleRow.isUnsigned(module)).isEqualTo(origin == Origin.INSTALLED);
    }

    @ParameterizedTest
    @CsvSource({"SUCCEEDED, free", "ROLLED_BACK, warning", "FAILED, fault"})
    void theHistoryMarksHowItEnded(Outcome outcome, String kind) {
        var entry = new HistoryEntry(
                FakeModules.AT, "platform", Action.STOP, "trees", "1", "1", outcome, "", Sentence.NONE);
        HistoryRow row = HistoryRow.of(List.of(entry), Map.of()).get(0);
        assertThat(row.kind()).isEqualTo(kind);
        assertThat(row.actorKey()).isEqualTo("history.actor.platform");
    }

    /** The history is most needed when something is down, which may be the database with the accounts. */
    @Test
    void idsMustDoWhileTheAccountsAreAway() {
        var away = (Accounts) Proxy.newProxyInstance(
                Accounts.class.getClassLoader(), new Class<?>[] {Accounts.class}, (self, method, arguments) -> {
                    if (method.isDefault()) {
                        return InvocationHandler.invokeDefault(self, method, arguments);
                    }
                    throw new IllegalStateException("no database");
                });
        var fake = new FakeModules();
        assertThat(new Desk(fake, fake, fake, away, false).names()).isEmpty();
    }

    @Test
    void developmentModeIsSaidOnEveryPage() {
        var fake = new FakeModules();
        var request = new PageRequest("GET", "", Language.UK, FixedCaller.admin("it"), Map.of());
        assertThat(new Desk(fake, fake, fake, new OneAccount(), true).model(request))
                .containsEntry("development", true);
    }

    @ParameterizedTest
    @CsvSource({"REFUSED, danger", "WARNING, warning", "NOTE, info"})
    void aFindingLooksAsSeriousAsItIs(Finding.Level level, String kind) {
        var finding = new Finding(level, "code", "subject", "deutsch", "english");
        assertThat(Told.of(List.of(finding))).containsExactly(new Told(kind, finding));
    }
}
