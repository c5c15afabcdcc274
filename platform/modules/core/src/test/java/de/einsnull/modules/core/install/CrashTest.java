package de.einsnull.modules.core.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.modules.api.Change.Action;
import de.einsnull.modules.api.Operation.Outcome;
import de.einsnull.modules.core.TestArchive;
import de.einsnull.modules.core.TestPlatform;
import de.einsnull.modules.core.state.Attempt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** What a crash cut off is undone at the next start, and what it destroyed is rebuilt. */
class CrashTest {

    @TempDir
    private Path folder;

    @Test
    void aLostBundleCacheIsRebuilt() throws Exception {
        try (TestPlatform platform = new TestPlatform(folder)) {
            platform.apply(Action.INSTALL, TestArchive.bundle("parks", "1.0.0"));
        }
        Staging.delete(folder.resolve("cache"));
        try (TestPlatform platform = new TestPlatform(folder)) {
            assertThat(platform.bundle("parks").getState()).isEqualTo(Bundle.ACTIVE);
        }
    }

    /** The order in which modules were installed, updated and noted must not matter. */
    @Test
    void modulesThatUseEachOtherAreRebuiltTogether() throws Exception {
        try (TestPlatform platform = new TestPlatform(folder)) {
            platform.apply(Action.INSTALL, TestArchive.bundle("parks", "1.0.0").header("Export-Package", "parks.api"));
            platform.apply(Action.INSTALL, TestArchive.bundle("user", "1.0.0").header("Import-Package", "parks.api"));
            platform.store().change(state -> state.with(state.module("parks").orElseThrow()));
            assertThat(platform.store().state().modules().get(1).name()).isEqualTo("parks");
        }
        Staging.delete(folder.resolve("cache"));
        try (TestPlatform platform = new TestPlatform(folder)) {
            assertThat(platform.bundle("user").getState()).isEqualTo(Bundle.ACTIVE);
        }
    }

    @Test
    void aModuleRunsAgainAfterARestartAndAStoppedOneDoesNot() throws Exception {
        try (TestPlatform platform = new TestPlatform(folder)) {
            platform.apply(Action.INSTALL, TestArchive.bundle("parks", "1.0.0"));
            platform.apply(Action.INSTALL, TestArchive.bundle("lakes", "1.0.0"));
            platform.apply(Action.STOP, "lakes");
        }
        try (TestPlatform platform = new TestPlatform(folder)) {
            assertThat(platform.bundle("parks").getState()).isEqualTo(Bundle.ACTIVE);
            assertThat(platform.bundle("lakes").getState()).isNotEqualTo(Bundle.ACTIVE);
        }
    }

    /** The new content may already be in the cache, under the same version: a snapshot, for example. */
    @Test
    void anUpdateThatWasCutOffIsUndone() throws Exception {
        try (TestPlatform platform = new TestPlatform(folder)) {
            platform.apply(Action.INSTALL, module("old"));
            platform.store()
                    .change(state -> state.trying(new Attempt(Action.UPDATE, "parks", "1.0.0", "1.0.0", "admin")));
            platform.bundle("parks")
                    .update(new ByteArrayInputStream(module("new").bytes()));
        }
        try (TestPlatform platform = new TestPlatform(folder)) {
            assertThat(content(platform)).isEqualTo("old");
            assertThat(platform.bundle("parks").getState()).isEqualTo(Bundle.ACTIVE);
            assertThat(platform.store().state().attempt()).isNull();
            assertThat(platform.history().get(0).outcome()).isEqualTo(Outcome.ROLLED_BACK);
            assertThat(platform.history().get(0).actor()).isEqualTo("admin");
            assertThat(platform.history().get(0).reason()).contains("mitten im Vorgang");
        }
    }

    @Test
    void anInstallationThatWasCutOffIsUndone() throws Exception {
        try (TestPlatform platform = new TestPlatform(folder)) {
            platform.store().change(state -> state.trying(new Attempt(Action.INSTALL, "parks", "", "1.0.0", "admin")));
            platform.context().installBundle("einsnull-module:parks/parks", module("new").stream());
        }
        try (TestPlatform platform = new TestPlatform(folder)) {
            assertThat(platform.bundle("parks")).isNull();
            assertThat(platform.history()).hasSize(1);
        }
    }

    @Test
    void aRemovalThatWasCutOffIsUndone() throws Exception {
        try (TestPlatform platform = new TestPlatform(folder)) {
            platform.apply(Action.INSTALL, module("old"));
            platform.store().change(state -> state.trying(new Attempt(Action.REMOVE, "parks", "1.0.0", "", "admin")));
            platform.bundle("parks").uninstall();
        }
        try (TestPlatform platform = new TestPlatform(folder)) {
            assertThat(platform.bundle("parks").getState()).isEqualTo(Bundle.ACTIVE);
        }
    }

    /** Guessing would uninstall every module of the city. */
    @Test
    void aStateThatCannotBeReadIsNotGuessed() throws Exception {
        try (TestPlatform platform = new TestPlatform(folder)) {
            platform.apply(Action.INSTALL, module("old"));
        }
        Path state = folder.resolve("modules/state.json");
        String before = Files.readString(state);
        Files.writeString(state, before.substring(0, before.length() / 2));
        assertThatThrownBy(() -> new TestPlatform(folder)).isInstanceOf(IOException.class);
    }

    private static TestArchive module(String content) {
        return TestArchive.bundle("parks", "1.0.0").entry("content", content);
    }

    private static String content(TestPlatform platform) throws IOException {
        try (var in = platform.bundle("parks").getEntry("content").openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
