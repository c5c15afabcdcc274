package de.einsnull.modules.console.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.health.api.Sentence;
import de.einsnull.modules.api.Change.Action;
import de.einsnull.modules.api.HistoryEntry;
import de.einsnull.modules.api.Module;
import de.einsnull.modules.api.Operation.Outcome;
import de.einsnull.modules.console.TestShell;
import de.einsnull.testkit.FakeModules;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing is changed without a look at the plan, nothing that is refused, and the history names who did it. */
class ChangeCommandsTest {

    @TempDir
    private Path folder;

    private final TestShell shell = new TestShell();

    @BeforeEach
    void modules() {
        shell.modules.add(FakeModules.module("trees", Module.Origin.INSTALLED, Module.State.RUNNING));
        shell.modules.add(FakeModules.module("bees", Module.Origin.AVAILABLE, Module.State.AVAILABLE));
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @ParameterizedTest
    @CsvSource({
        "stop trees, STOP trees",
        "start trees, START trees",
        "remove trees, REMOVE trees",
        "install bees@1.0.0, INSTALL s1",
        "install bees, INSTALL s1",
        "update trees@2.0.0, UPDATE s1"
    })
    void isDoneWhenSomebodySaysYes(String command, String begun) throws Exception {
        assertThat(shell.run("einsnull:modules-" + command.replace(" ", " --yes ")))
                .contains("Bundle", "Effect", "Done.");
        assertThat(shell.modules.begun()).containsExactly("id-kim " + begun);
    }

    /** A script that forgets to say yes must not remove anything, and must learn that it did not. */
    @ParameterizedTest
    @CsvSource({"stop trees", "remove trees", "install bees@1.0.0", "update trees@2.0.0"})
    void withoutYesItIsOnlyAPreview(String command) {
        assertThatThrownBy(() -> shell.run("einsnull:modules-" + command))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("--yes");
        assertThat(shell.printed()).contains("Effect");
        assertThat(shell.modules.begun()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"stop --yes trees", "install --yes bees@1.0.0", "plan stop trees", "plan install bees"})
    void aRefusedPlanIsAnErrorAndSaysWhy(String command) {
        shell.modules.object(FakeModules.REFUSED);
        assertThatThrownBy(() -> shell.run("einsnull:modules-" + command))
                .isInstanceOf(CommandFailed.class)
                .hasMessage("Refused. Nothing was changed.");
        assertThat(shell.printed()).contains("REFUSED not-signed (x.jar): The archive is not signed.");
        assertThat(shell.modules.begun()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"install bees", "update trees@2.0.0", "remove trees", "stop trees", "start trees"})
    void aPlanChangesNothing(String what) throws Exception {
        assertThat(shell.run("einsnull:modules-plan " + what)).contains("Effect", "It may be carried out.");
        assertThat(shell.modules.begun()).isEmpty();
    }

    @Test
    void aPlanForSomethingElseIsAnError() {
        assertThatThrownBy(() -> shell.run("einsnull:modules-plan explode trees"))
                .hasMessageContaining("install, update, rollback, remove, stop or start");
    }

    @Test
    void aFileIsInstalledAndABadOneRefused() throws Exception {
        Path good = Files.writeString(folder.resolve("good.jar"), "hives");
        assertThat(shell.run("einsnull:modules-install --yes " + good)).contains("hives: none to 2.0.0", "Done.");
        Path bad = Files.writeString(folder.resolve("bad.jar"), "bad");
        assertThatThrownBy(() -> shell.run("einsnull:modules-install --yes " + bad))
                .hasMessage("Refused. Nothing was changed.");
        assertThat(shell.printed()).contains("not-signed");
        assertThatThrownBy(() -> shell.run("einsnull:modules-install --yes " + folder + "/none.jar"))
                .hasMessageContaining("There is no file");
        assertThat(shell.modules.begun()).hasSize(1);
    }

    /** The files of a person at another machine cannot be read by the platform; they are sent to the command. */
    @Test
    void anArchiveCanBeSent() throws Exception {
        assertThat(shell.run("einsnull:modules-install --yes stdin", "ponds")).contains("ponds: none to 2.0.0");
        assertThat(shell.modules.begun()).containsExactly("id-kim INSTALL s1");
    }

    @Test
    void whatNobodyOffersIsAnError() {
        assertThatThrownBy(() -> shell.run("einsnull:modules-install --yes none"))
                .hasMessage("There is neither a file nor a module none.");
        assertThatThrownBy(() -> shell.run("einsnull:modules-install --yes none@1.0"))
                .hasMessageContaining("no repository has none");
    }

    @Test
    void aRollbackOfTheInstallerIsAnErrorWithTheReason() {
        shell.installer.endWith(Outcome.ROLLED_BACK);
        assertThatThrownBy(() -> shell.run("einsnull:modules-update --yes trees@2.0.0"))
                .isInstanceOf(CommandFailed.class)
                .hasMessage("Rolled back; what ran before runs again. The archive is not signed.");
        shell.installer.endWith(Outcome.FAILED);
        assertThatThrownBy(() -> shell.run("einsnull:modules-stop --yes trees")).hasMessageStartingWith("Failed.");
    }

    @Test
    void goesBackToTheVersionBefore() throws Exception {
        shell.modules.add(updated("trees", "0.8.0", "0.9.0", Outcome.SUCCEEDED));
        shell.modules.add(updated("trees", "0.9.0", "1.0.0", Outcome.SUCCEEDED));
        shell.modules.add(updated("trees", "1.0.0", "1.1.0", Outcome.ROLLED_BACK));
        shell.run("einsnull:modules-rollback --yes trees");
        assertThat(shell.modules.staged("s1").orElseThrow().module().version()).isEqualTo("0.9.0");
        assertThat(shell.modules.begun()).containsExactly("id-kim UPDATE s1");
        assertThat(shell.run("einsnull:modules-plan rollback trees")).contains("It may be carried out.");
    }

    @Test
    void cannotGoBackWhereNothingWas() {
        shell.modules.add(updated("trees", "", "1.0.0", Outcome.FAILED));
        assertThatThrownBy(() -> shell.run("einsnull:modules-rollback --yes trees"))
                .hasMessage("The history knows no version before trees 1.0.0.");
        assertThat(shell.modules.begun()).isEmpty();
    }

    private static HistoryEntry updated(String module, String from, String to, Outcome outcome) {
        return new HistoryEntry(FakeModules.AT, "id-kim", Action.UPDATE, module, from, to, outcome, "", Sentence.NONE);
    }
}
