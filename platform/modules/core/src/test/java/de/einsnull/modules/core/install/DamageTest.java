package de.einsnull.modules.core.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.modules.api.Change;
import de.einsnull.modules.api.Change.Action;
import de.einsnull.modules.api.Operation;
import de.einsnull.modules.api.Operation.Outcome;
import de.einsnull.modules.core.TestArchive;
import de.einsnull.modules.core.TestPlatform;
import de.einsnull.modules.core.state.Attempt;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** Disks become full and files are lost; one module's damage must stay its own, and can be repaired. */
class DamageTest {

    private static final TestArchive PARKS = TestArchive.bundle("parks", "1.0.0");

    @TempDir
    private Path folder;

    /** A file that is to be written where a folder stands fails as on a full disk, for root, too. */
    private void fillDisk() throws IOException {
        Files.createDirectories(folder.resolve("modules/state.json.part/full"));
    }

    private void freeDisk() throws IOException {
        Staging.delete(folder.resolve("modules/state.json.part"));
    }

    private Path archive(TestPlatform platform, String module) {
        String digest = platform.store()
                .state()
                .module(module)
                .orElseThrow()
                .bundles()
                .get(0)
                .sha256();
        return platform.store().archive(digest);
    }

    @Test
    void withAFullDiskNothingChangesAndAfterwardsItGoesOn() throws Exception {
        try (TestPlatform platform = new TestPlatform(folder)) {
            platform.apply(Action.INSTALL, PARKS);
            fillDisk();
            Operation failed = platform.apply(Action.UPDATE, TestArchive.bundle("parks", "2.0.0"));
            assertThat(failed.outcome()).hasValue(Outcome.FAILED);
            assertThat(platform.bundle("parks").getVersion()).hasToString("1.0.0");
            assertThat(platform.bundle("parks").getState()).isEqualTo(Bundle.ACTIVE);
            freeDisk();
            Operation done = platform.apply(Action.UPDATE, TestArchive.bundle("parks", "2.0.0"));
            assertThat(done.outcome()).hasValue(Outcome.SUCCEEDED);
        }
    }

    /** What was cut off is undone in the framework, even if that cannot be written down yet. */
    @Test
    void aFullDiskAtTheStartKeepsNoModuleFromRunning() throws Exception {
        try (TestPlatform platform = new TestPlatform(folder)) {
            platform.apply(Action.INSTALL, PARKS);
            platform.store()
                    .change(state -> state.trying(new Attempt(Action.UPDATE, "parks", "1.0.0", "2.0.0", "admin")));
        }
        fillDisk();
        try (TestPlatform platform = new TestPlatform(folder)) {
            assertThat(platform.unwritten()).isNotEmpty();
            assertThat(platform.bundle("parks").getState()).isEqualTo(Bundle.ACTIVE);
            freeDisk();
            assertThat(platform.apply(Action.STOP, "parks").outcome()).hasValue(Outcome.SUCCEEDED);
        }
        try (TestPlatform platform = new TestPlatform(folder)) {
            assertThat(platform.unwritten()).isEmpty();
            assertThat(platform.store().state().attempt()).isNull();
        }
    }

    /** Without the bundle cache and without the archive a module is lost; the others are not. */
    @Test
    void aLostArchiveKeepsNoOtherModuleFromRunning() throws Exception {
        try (TestPlatform platform = new TestPlatform(folder)) {
            platform.apply(Action.INSTALL, PARKS);
            platform.apply(Action.INSTALL, TestArchive.bundle("lakes", "1.0.0"));
            Files.delete(archive(platform, "parks"));
        }
        Staging.delete(folder.resolve("cache"));
        try (TestPlatform platform = new TestPlatform(folder)) {
            assertThat(platform.bundle("lakes").getState()).isEqualTo(Bundle.ACTIVE);
            assertThat(platform.bundle("parks")).isNull();
            assertThat(platform.store().state().module("parks"))
                    .as("it is not forgotten")
                    .isPresent();
        }
    }

    @Test
    void aModuleWhoseArchiveIsLostOrDamagedIsRepairedByInstallingItAgain() throws Exception {
        try (TestPlatform platform = new TestPlatform(folder)) {
            platform.apply(Action.INSTALL, PARKS);
            Files.delete(archive(platform, "parks"));
            repair(platform);
            Files.writeString(archive(platform, "parks"), "damaged");
            repair(platform);
        }
        Staging.delete(folder.resolve("cache"));
        try (TestPlatform platform = new TestPlatform(folder)) {
            assertThat(platform.bundle("parks").getState()).isEqualTo(Bundle.ACTIVE);
        }
    }

    private void repair(TestPlatform platform) throws IOException {
        String id = platform.stage(PARKS).id();
        assertThat(platform.installer().preview(new Change(Action.UPDATE, id)).findings())
                .anyMatch(finding -> finding.code().equals("archive-lost"));
        assertThat(platform.apply(Action.UPDATE, id).outcome()).hasValue(Outcome.SUCCEEDED);
        assertThat(archive(platform, "parks")).hasBinaryContent(PARKS.bytes());
    }

    @Test
    void aModuleWhoseArchiveIsLostCanBeRemoved() throws Exception {
        try (TestPlatform platform = new TestPlatform(folder)) {
            platform.apply(Action.INSTALL, PARKS);
            Files.delete(archive(platform, "parks"));
            assertThat(platform.apply(Action.REMOVE, "parks").outcome()).hasValue(Outcome.SUCCEEDED);
            assertThat(platform.bundle("parks")).isNull();
        }
    }

    /** Somebody closes the browser in the middle of an upload, again and again. */
    @Test
    void anUploadThatBreaksOffLeavesNoTrace() throws Exception {
        try (TestPlatform platform = new TestPlatform(folder)) {
            var broken = new FilterInputStream(PARKS.stream()) {
                private int left = 10;

                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    if (left == 0) {
                        throw new IOException("connection reset");
                    }
                    int read = super.read(buffer, offset, Math.min(left, length));
                    left -= read;
                    return read;
                }
            };
            assertThatThrownBy(() -> platform.installer().stage(broken, "parks.jar"))
                    .hasMessageContaining("connection reset");
            try (Stream<Path> left = Files.list(folder.resolve("modules/staging"))) {
                assertThat(left).isEmpty();
            }
        }
    }
}
