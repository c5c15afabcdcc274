package de.einsnull.modules.core.deploy;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.modules.api.Change.Action;
import de.einsnull.modules.api.HistoryEntry;
import de.einsnull.modules.core.TestArchive;
import de.einsnull.modules.core.TestPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A partner copies a file, and it runs; takes it away, and it is gone. */
class DeployFolderTest {

    @TempDir
    private Path folder;

    private Path deploy;
    private TestPlatform platform;
    private DeployFolder watch;

    @BeforeEach
    void start() throws Exception {
        deploy = folder.resolve("deploy");
        open();
    }

    private void open() throws Exception {
        platform = new TestPlatform(folder);
        watch = new DeployFolder(
                deploy,
                Duration.ofMillis(20),
                platform.store(),
                new FileInstaller(platform.installer(), platform.store()));
        watch.open();
        eventually("the folder is there", () -> Files.isDirectory(deploy));
    }

    @AfterEach
    void stop() throws Exception {
        watch.close();
        platform.close();
    }

    @Test
    void aFileIsInstalledUpdatedAndRemoved() throws IOException {
        drop("parks.jar", "parks", "1.0.0");
        awaitVersion("parks", "1.0.0");
        drop("parks.jar", "parks", "1.1.0");
        awaitVersion("parks", "1.1.0");
        Files.delete(deploy.resolve("parks.jar"));
        eventually("the module is gone", () -> platform.history().size() == 3);
        assertThat(platform.store().state().modules()).isEmpty();
        assertThat(platform.history())
                .extracting(HistoryEntry::action)
                .containsExactly(Action.REMOVE, Action.UPDATE, Action.INSTALL);
        assertThat(platform.history()).extracting(HistoryEntry::actor).containsOnly("deploy");
    }

    @Test
    void whyAFileIsRefusedStandsBesideIt() throws IOException {
        Path file = deploy.resolve("evil.jar");
        TestArchive.bundle("evil", "1.0.0").header("Fragment-Host", "x").writeTo(file);
        Path text = deploy.resolve("evil.jar.refused.txt");
        eventually("the text is there", () -> Files.exists(text) && Files.size(text) > 0);
        assertThat(text).content().contains("[fragment]", "wurde nicht installiert", "was not installed");
        Files.delete(file);
        eventually("the text goes with the file", () -> !Files.exists(text));
    }

    @Test
    void aCorrectedFileIsInstalledAndTheTextGoes() throws IOException {
        Files.writeString(deploy.resolve("parks.jar"), "not a jar");
        eventually("it is refused", () -> Files.exists(deploy.resolve("parks.jar.refused.txt")));
        drop("parks.jar", "parks", "1.0.0");
        awaitVersion("parks", "1.0.0");
        eventually("the text is gone", () -> !Files.exists(deploy.resolve("parks.jar.refused.txt")));
    }

    /** A slow copy must not be taken for a broken file for good. */
    @Test
    void aFileThatComesInPiecesIsInstalledWhenItIsWhole() throws IOException {
        byte[] whole = TestArchive.bundle("parks", "1.0.0")
                .entry("text", "x".repeat(500))
                .bytes();
        Path file = deploy.resolve("parks.jar");
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        eventually("the half is refused", () -> Files.exists(deploy.resolve("parks.jar.refused.txt")));
        Files.write(file, whole);
        awaitVersion("parks", "1.0.0");
    }

    /** The order in which files are copied must not matter. */
    @Test
    void aFileThatWaitsForAnotherIsTriedAgain() throws IOException {
        TestArchive.bundle("user", "1.0.0")
                .header("Import-Package", "parks.api")
                .writeTo(deploy.resolve("a-user.jar"));
        eventually("it is refused", () -> Files.exists(deploy.resolve("a-user.jar.refused.txt")));
        TestArchive.bundle("parks", "1.0.0")
                .header("Export-Package", "parks.api")
                .writeTo(deploy.resolve("parks.jar"));
        awaitVersion("user", "1.0.0");
    }

    @Test
    void aFileThatWentWhileThePlatformWasDownIsRemoved() throws Exception {
        drop("parks.jar", "parks", "1.0.0");
        awaitVersion("parks", "1.0.0");
        stop();
        Files.delete(deploy.resolve("parks.jar"));
        open();
        eventually(
                "the module is gone", () -> platform.store().state().modules().isEmpty());
    }

    /** Else the module would come back at the next start. */
    @Test
    void theFileOfAModuleThatPeopleRemovedGoes() throws IOException {
        drop("parks.jar", "parks", "1.0.0");
        awaitVersion("parks", "1.0.0");
        platform.apply(Action.REMOVE, "parks");
        assertThat(deploy.resolve("parks.jar")).doesNotExist();
    }

    /** Somebody may drop the next version while the one before is still being removed. */
    @Test
    void aNewFileOfThatNameStays() throws IOException {
        drop("parks.jar", "parks", "1.0.0");
        awaitVersion("parks", "1.0.0");
        var before = platform.store().state().module("parks").orElseThrow();
        drop("parks.jar", "parks", "1.1.0");
        FileInstaller.forget(deploy, before);
        awaitVersion("parks", "1.1.0");
    }

    /** Else old and new file would replace each other at every start. */
    @Test
    void anOlderFileDoesNotReplaceTheModuleOfANewerOne() throws IOException {
        drop("parks-2.jar", "parks", "2.0.0");
        awaitVersion("parks", "2.0.0");
        drop("parks-1.jar", "parks", "1.0.0");
        eventually("it is refused", () -> Files.exists(deploy.resolve("parks-1.jar.refused.txt")));
        assertThat(platform.store().state().module("parks").orElseThrow().version())
                .isEqualTo("2.0.0");
        drop("parks-3.jar", "parks", "3.0.0");
        awaitVersion("parks", "3.0.0");
    }

    @Test
    void deletingTheTextTriesAgain() throws IOException {
        TestArchive.bundle("user", "1.0.0").header("Import-Package", "late.api").writeTo(deploy.resolve("user.jar"));
        Path text = deploy.resolve("user.jar.refused.txt");
        eventually("it is refused", () -> Files.exists(text));
        platform.apply(Action.INSTALL, TestArchive.bundle("late", "1.0.0").header("Export-Package", "late.api"));
        Files.delete(text);
        awaitVersion("user", "1.0.0");
    }

    private void drop(String file, String name, String version) throws IOException {
        Path unfinished = TestArchive.bundle(name, version).writeTo(folder.resolve("unfinished"));
        Files.move(unfinished, deploy.resolve(file), StandardCopyOption.ATOMIC_MOVE);
    }

    private void awaitVersion(String module, String version) {
        eventually(module + " has version " + version, () -> platform.store().state().module(module).stream()
                .anyMatch(one -> one.version().equals(version)));
    }
}
