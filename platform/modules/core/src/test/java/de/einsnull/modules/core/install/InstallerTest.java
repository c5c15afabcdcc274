package de.einsnull.modules.core.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.modules.api.Change;
import de.einsnull.modules.api.Change.Action;
import de.einsnull.modules.api.HistoryEntry;
import de.einsnull.modules.api.Operation;
import de.einsnull.modules.api.Operation.Outcome;
import de.einsnull.modules.core.TestArchive;
import de.einsnull.modules.core.TestPlatform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;

/** Modules come, change and go, and nobody else notices. */
class InstallerTest {

    @TempDir
    private Path folder;

    private TestPlatform platform;

    @BeforeEach
    void start() throws Exception {
        platform = new TestPlatform(folder);
    }

    @AfterEach
    void stop() throws Exception {
        platform.close();
    }

    @Test
    void anInstalledModuleRunsAndIsRemembered() throws IOException {
        Operation operation = platform.apply(Action.INSTALL, module("1.0.0"));
        assertThat(operation.outcome()).hasValue(Outcome.SUCCEEDED);
        assertThat(operation.progress()).isNotEmpty();
        assertThat(platform.bundle("parks").getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(platform.store().state().module("parks")).hasValueSatisfying(module -> {
            assertThat(module.version()).isEqualTo("1.0.0");
            assertThat(module.source()).isEqualTo("upload");
        });
        assertThat(platform.history()).extracting(HistoryEntry::actor).containsExactly("admin");
    }

    /** The bundle keeps its id, so that others see one module that changed and not two. */
    @Test
    void anUpdateReplacesTheContentInPlace() throws IOException {
        platform.apply(Action.INSTALL, module("1.0.0"));
        long id = platform.bundle("parks").getBundleId();
        Operation operation = platform.apply(Action.UPDATE, module("1.1.0"));
        assertThat(operation.outcome()).hasValue(Outcome.SUCCEEDED);
        assertThat(platform.bundle("parks").getBundleId()).isEqualTo(id);
        assertThat(platform.bundle("parks").getVersion()).hasToString("1.1.0");
        assertThat(platform.bundle("parks").getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void anOlderVersionMayReplaceANewerOne() throws IOException {
        platform.apply(Action.INSTALL, module("2.0.0"));
        assertThat(platform.apply(Action.UPDATE, module("1.0.0")).outcome()).hasValue(Outcome.SUCCEEDED);
        assertThat(platform.bundle("parks").getVersion()).hasToString("1.0.0");
    }

    @Test
    void aRemovedModuleIsGone() throws IOException {
        platform.apply(Action.INSTALL, module("1.0.0"));
        assertThat(platform.apply(Action.REMOVE, "parks").outcome()).hasValue(Outcome.SUCCEEDED);
        assertThat(platform.bundle("parks")).isNull();
        assertThat(platform.store().state().modules()).isEmpty();
        assertThat(folder.resolve("modules/archives")).isEmptyDirectory();
    }

    @Test
    void aStoppedModuleStaysStoppedAndStartsAgain() throws IOException {
        platform.apply(Action.INSTALL, module("1.0.0"));
        platform.apply(Action.STOP, "parks");
        assertThat(platform.bundle("parks").getState()).isEqualTo(Bundle.RESOLVED);
        assertThat(platform.store().state().module("parks").orElseThrow().stopped())
                .isTrue();
        platform.apply(Action.START, "parks");
        assertThat(platform.bundle("parks").getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void aStoppedModuleStaysStoppedWhenItIsUpdated() throws IOException {
        platform.apply(Action.INSTALL, module("1.0.0"));
        platform.apply(Action.STOP, "parks");
        platform.apply(Action.UPDATE, module("1.1.0"));
        assertThat(platform.bundle("parks").getState()).isNotEqualTo(Bundle.ACTIVE);
        platform.apply(Action.START, "parks");
        assertThat(platform.bundle("parks").getVersion()).hasToString("1.1.0");
        assertThat(platform.bundle("parks").getState()).isEqualTo(Bundle.ACTIVE);
    }

    /** The promise of the platform: no other bundle is stopped, whatever happens to one. */
    @Test
    void comingsAndGoingsStopNobodyElse() throws Exception {
        platform.platformBundle(TestArchive.bundle("other", "1.0.0"));
        platform.apply(Action.INSTALL, TestArchive.bundle("neighbour", "1.0.0"));
        List<String> stopped = new CopyOnWriteArrayList<>();
        platform.context().addBundleListener(event -> {
            if (event.getType() == BundleEvent.STOPPED) {
                stopped.add(event.getBundle().getSymbolicName());
            }
        });
        platform.apply(Action.INSTALL, module("1.0.0"));
        platform.apply(Action.UPDATE, module("1.1.0"));
        platform.apply(Action.REMOVE, "parks");
        assertThat(stopped).isNotEmpty().containsOnly("parks");
    }

    @Test
    void aModuleThatOthersUseIsNotChangedUnderThem() throws IOException {
        platform.apply(Action.INSTALL, module("1.0.0").header("Export-Package", "parks.api;version=1.0"));
        platform.apply(Action.INSTALL, TestArchive.bundle("user", "1.0.0").header("Import-Package", "parks.api"));
        var plan = platform.installer().preview(new Change(Action.REMOVE, "parks"));
        assertThat(plan.isAllowed()).isFalse();
        assertThat(plan.findings()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo("others-affected");
            assertThat(finding.german()).contains("user");
        });
        assertThat(plan.steps()).anyMatch(step -> step.ofModule().equals("user"));
        assertThatThrownBy(() -> platform.installer().apply(new Change(Action.REMOVE, "parks"), "admin"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(platform.bundle("parks").getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void whatIsInstalledIsNotInstalledTwice() throws IOException {
        platform.apply(Action.INSTALL, module("1.0.0"));
        String id = platform.stage(module("1.1.0")).id();
        assertThat(platform.installer().preview(new Change(Action.INSTALL, id)).findings())
                .anyMatch(finding -> finding.code().equals("already-installed"));
        String unknown = platform.stage(TestArchive.bundle("new", "1.0.0")).id();
        assertThat(platform.installer()
                        .preview(new Change(Action.UPDATE, unknown))
                        .findings())
                .anyMatch(finding -> finding.code().equals("not-installed"));
    }

    @Test
    void whatNobodyKnowsIsToldAsSuch() {
        assertThatThrownBy(() -> platform.installer().preview(new Change(Action.REMOVE, "nothing")))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> platform.installer().preview(new Change(Action.INSTALL, "nothing")))
                .isInstanceOf(NoSuchElementException.class);
        assertThat(platform.installer().operation("nothing")).isEmpty();
        assertThatThrownBy(() -> platform.installer().stage("nothing", "1.0")).isInstanceOf(IOException.class);
    }

    private static TestArchive module(String version) {
        return TestArchive.bundle("parks", version).header("Bundle-Name", "Parks " + version);
    }
}
