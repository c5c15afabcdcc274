package de.einsnull.modules.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.health.api.Sentence;
import de.einsnull.modules.api.Change.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is installed must be known whatever happens to the process. */
class ModuleStoreTest {

    @TempDir
    private Path folder;

    @Test
    void theStateSurvivesARestart() throws IOException {
        var store = new ModuleStore(folder);
        store.change(
                state -> state.with(module("parks")).withRepositories(List.of("https://example.org/features.xml")));
        store.change(state -> state.trying(new Attempt(Action.UPDATE, "parks", "1.0.0", "1.1.0", "admin")));
        assertThat(new ModuleStore(folder).state()).isEqualTo(store.state());
    }

    @Test
    void takingOverAChangeEndsTheAttempt() throws IOException {
        var store = new ModuleStore(folder);
        store.change(state -> state.trying(new Attempt(Action.INSTALL, "parks", "", "1.0.0", "admin")));
        store.change(state -> state.with(module("parks")));
        assertThat(store.state().attempt()).isNull();
    }

    /** The guard may stop a module while another one is being changed. */
    @Test
    void aNoteDoesNotEndTheAttempt() throws IOException {
        var store = new ModuleStore(folder);
        store.change(state -> state.with(module("parks")));
        store.change(state -> state.trying(new Attempt(Action.UPDATE, "lakes", "1.0.0", "1.1.0", "admin")));
        store.change(state -> state.noting(module("parks").quarantined("floods the bus", Sentence.NONE)));
        assertThat(store.state().attempt()).isNotNull();
        assertThat(store.state().module("parks").orElseThrow().runs()).isFalse();
    }

    /** Half a file would be worse than none. */
    @Test
    void aStateThatWasNotFinishedIsIgnored() throws IOException {
        var store = new ModuleStore(folder);
        store.change(state -> state.with(module("parks")));
        Files.writeString(folder.resolve("state.json.part"), "{\"format\":1,\"mod");
        assertThat(new ModuleStore(folder).state().modules()).hasSize(1);
    }

    /** An older platform must not throw away what it does not understand. */
    @Test
    void aStateOfANewerPlatformIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("state.json"), "{\"format\":99,\"modules\":[]}");
        assertThatThrownBy(() -> new ModuleStore(folder)).hasMessageContaining("newer platform");
    }

    /** A module that was stopped before the update of the platform stays stopped, and its page says why. */
    @Test
    void aStateOfAnOlderPlatformIsRead() throws IOException {
        Files.writeString(
                folder.resolve("state.json"),
                """
                {"format":1,"modules":[{"name":"parks","version":"1.0.0","title":"Parks","description":"","provider":"",
                "licence":"","signer":"","archive":"ab","source":"upload","stopped":false,"quarantine":"flutet den Bus",
                "bundles":[]}],"repositories":[]}
                """);
        var module = new ModuleStore(folder).state().module("parks").orElseThrow();
        assertThat(module.runs()).isFalse();
        assertThat(module.quarantine()).isEqualTo("flutet den Bus");
        assertThat(module.quarantineSentence()).isEqualTo(Sentence.NONE);
    }

    @Test
    void archivesThatNobodyUsesAreDeleted() throws IOException {
        var store = new ModuleStore(folder);
        store.keep(Files.writeString(folder.resolve("a"), "a"), "used");
        store.keep(Files.writeString(folder.resolve("b"), "b"), "unused");
        store.change(state -> state.with(module("parks")));
        store.prune();
        assertThat(store.archive("used")).exists();
        assertThat(store.archive("unused")).doesNotExist();
    }

    private static InstalledModule module(String name) {
        return new InstalledModule(
                name,
                "1.0.0",
                name,
                "",
                "",
                "",
                "",
                "digest",
                "upload",
                false,
                "",
                Sentence.NONE,
                List.of(new InstalledBundle(name, "1.0.0", "used")),
                List.of(new KnownCertificate("ab", "cn=maker", "1f")));
    }
}
