package de.einsnull.modules.console.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.health.api.Sentence;
import de.einsnull.modules.api.Change.Action;
import de.einsnull.modules.api.HistoryEntry;
import de.einsnull.modules.api.LogLine;
import de.einsnull.modules.api.Module;
import de.einsnull.modules.api.ModuleDetails;
import de.einsnull.modules.api.ModuleDetails.Kind;
import de.einsnull.modules.api.ModuleDetails.Level;
import de.einsnull.modules.api.Operation.Outcome;
import de.einsnull.modules.console.TestShell;
import de.einsnull.testkit.FakeModules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What city IT sees at the console when the portal is not at hand. */
class ModuleCommandsTest {

    private final TestShell shell = new TestShell();

    @BeforeEach
    void modules() {
        shell.modules.add(FakeModules.module("trees", Module.Origin.INSTALLED, Module.State.RUNNING));
        shell.modules.add(FakeModules.module("bees", Module.Origin.AVAILABLE, Module.State.AVAILABLE));
        shell.modules.add(FakeModules.module("portal", Module.Origin.PLATFORM, Module.State.RUNNING));
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void theListSaysWhatRunsAndWhatNobodySigned() throws Exception {
        assertThat(shell.run("einsnull:modules-list").lines())
                .anyMatch(line -> line.matches("trees .*1\\.0\\.0 .*RUNNING .*INSTALLED .*Maker .*NOBODY.*"))
                .anyMatch(line -> line.matches("bees .*AVAILABLE.*"))
                .anyMatch(line -> line.startsWith("portal ") && !line.contains("NOBODY"));
    }

    @Test
    void theListCanBeShort() throws Exception {
        assertThat(shell.run("einsnull:modules-list --installed"))
                .contains("trees")
                .doesNotContain("bees", "portal");
    }

    @Test
    void aModuleIsShownWithItsHealthAndWhatItAdds() throws Exception {
        Module well = FakeModules.module("wells", Module.Origin.INSTALLED, Module.State.FAILED);
        shell.modules.add(new ModuleDetails(
                well,
                List.of(new ModuleDetails.Health(Level.BAD, "pump", "It does not turn.", "Oil it.")),
                List.of(new ModuleDetails.Contribution(Kind.PAGE, "brunnen", "Brunnen", "public")),
                List.of(),
                List.of("de.example.wells"),
                List.of(new ModuleDetails.Component("org.example:pump", "3.1", "MIT")),
                Map.of()));
        assertThat(shell.run("einsnull:modules-info wells"))
                .contains("Maker", "EUPL-1.2", "FAILED", "nobody")
                .contains("It does not turn.", "Oil it.", "brunnen", "de.example.wells", "org.example:pump");
    }

    @ParameterizedTest
    @ValueSource(strings = {"info none", "log none", "stop none", "rollback none", "plan remove none"})
    void aModuleThatIsNotThereIsAnError(String command) {
        assertThatThrownBy(() -> shell.run("einsnull:modules-" + command))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("none");
        assertThat(shell.modules.begun()).isEmpty();
    }

    @Test
    void theLogIsShownWithTimeAndLevel() throws Exception {
        shell.modules.add(new LogLine(FakeModules.AT, "WARN", "de.example.trees", "too dry"));
        assertThat(shell.run("einsnull:modules-log trees"))
                .contains("2026-11-24T08:00:00Z WARN de.example.trees: too dry");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "log -n 0 trees",
                "log -n many trees",
                "log -n 9999999999 trees",
                "log -n 501 trees",
                "history -n 501"
            })
    void nobodyAsksForMoreThanMemoryHolds(String command) {
        assertThatThrownBy(() -> shell.run("einsnull:modules-" + command)).hasMessageContaining("1 to 500");
    }

    @Test
    void theHistoryNamesPeople() throws Exception {
        shell.accounts.add("kim", false, "admin");
        shell.modules.add(entry("id-kim"));
        shell.modules.add(entry("deploy"));
        assertThat(shell.run("einsnull:modules-history trees").lines())
                .anyMatch(line -> line.contains(" kim ") && line.contains("ROLLED_BACK") && line.contains("not well"))
                .anyMatch(line -> line.contains(" deploy "));
    }

    /** The history is needed most when something is down. */
    @Test
    void theHistoryIsThereWithoutTheDatabase() throws Exception {
        shell.modules.add(entry("id-kim"));
        shell.accounts.goAway();
        assertThat(shell.run("einsnull:modules-history")).contains("id-kim", "no database");
    }

    private static HistoryEntry entry(String actor) {
        return new HistoryEntry(
                FakeModules.AT,
                actor,
                Action.UPDATE,
                "trees",
                "1.0.0",
                "2.0.0",
                Outcome.ROLLED_BACK,
                "not well",
                Sentence.NONE);
    }
}
