package de.einsnull.modules.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.modules.api.Change.Action;
import de.einsnull.modules.api.Finding;
import de.einsnull.modules.api.Operation.Outcome;
import de.einsnull.modules.api.Staged;
import de.einsnull.modules.core.TestArchive;
import de.einsnull.modules.core.TestPlatform;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** A module of several bundles comes as one file, in the form that Karaf's tools make. */
class KarTest {

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
    void allBundlesOfTheFeatureRunAsOneModule() throws IOException {
        TestArchive kar = kar("<feature name='parks' version='1.0.0' description='City parks'>"
                        + "<feature>einsnull-base</feature><bundle>mvn:org.example/api/1.0.0</bundle>"
                        + "<bundle>mvn:org.example/core/1.0.0</bundle></feature>")
                .entry(
                        path("api"),
                        TestArchive.bundle("api", "1.0.0")
                                .header("Export-Package", "parks.api")
                                .bytes())
                .entry(
                        path("core"),
                        TestArchive.bundle("core", "1.0.0")
                                .header("Import-Package", "parks.api")
                                .bytes());
        Staged staged = platform.stage(kar);
        assertThat(staged.module().name()).isEqualTo("parks");
        assertThat(staged.module().title()).isEqualTo("City parks");
        assertThat(platform.apply(Action.INSTALL, staged.id()).outcome()).hasValue(Outcome.SUCCEEDED);
        assertThat(platform.bundle("parks", "api").getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(platform.bundle("parks", "core").getState()).isEqualTo(Bundle.ACTIVE);
        platform.apply(Action.REMOVE, "parks");
        assertThat(platform.bundle("parks", "core")).isNull();
    }

    /** An exporter and its user change together; the user must get the new package. */
    @Test
    void bundlesThatUseEachOtherAreWiredAnew() throws IOException {
        for (String version : new String[] {"1.0.0", "2.0.0"}) {
            TestArchive kar = kar("<feature name='parks' version='" + version + "'>"
                            + "<bundle>mvn:org.example/api/1.0.0</bundle>"
                            + "<bundle>mvn:org.example/core/1.0.0</bundle></feature>")
                    .entry(
                            path("api"),
                            TestArchive.bundle("api", version)
                                    .header("Export-Package", "parks.api;version=" + version)
                                    .bytes())
                    .entry(
                            path("core"),
                            TestArchive.bundle("core", version)
                                    .header("Import-Package", "parks.api;version=\"[" + version + ",9)\"")
                                    .bytes());
            Action action = version.equals("1.0.0") ? Action.INSTALL : Action.UPDATE;
            assertThat(platform.apply(action, kar).outcome()).as(version).hasValue(Outcome.SUCCEEDED);
        }
        assertThat(platform.bundle("parks", "core").getVersion()).hasToString("2.0.0");
        assertThat(platform.bundle("parks", "core").getState()).isEqualTo(Bundle.ACTIVE);
    }

    /** Two copies of one library would not understand each other. */
    @Test
    void aBundleThatThePlatformHasIsNotInstalledAgain() throws Exception {
        platform.platformBundle(TestArchive.bundle("library", "1.5.0"));
        TestArchive kar = kar("<feature name='parks' version='1.0.0'><bundle>mvn:org.example/library/1.0.0</bundle>"
                        + "<bundle>mvn:org.example/core/1.0.0</bundle></feature>")
                .entry(path("library"), TestArchive.bundle("library", "1.2.0").bytes())
                .entry(path("core"), TestArchive.bundle("core", "1.0.0").bytes());
        Staged staged = platform.stage(kar);
        assertThat(staged.isAcceptable()).isTrue();
        assertThat(staged.findings()).extracting(Finding::code).contains("already-there");
        assertThat(staged.module().bundles())
                .extracting(bundle -> bundle.symbolicName())
                .containsExactly("core");
    }

    @Test
    void whatIsMissingInTheArchiveIsNamed() throws IOException {
        TestArchive kar = kar("<feature name='parks' version='1.0.0'><feature>unheard-of</feature>"
                + "<bundle>mvn:org.example/core/1.0.0</bundle></feature>");
        assertThat(platform.stage(kar).findings())
                .extracting(Finding::code)
                .contains("missing-bundle", "missing-feature", "nothing-to-install");
    }

    @Test
    void aBundleWithAFolderOfThatNameIsABundle() throws IOException {
        Staged staged = platform.stage(TestArchive.bundle("library", "1.0.0").entry("repository/books.txt", "x"));
        assertThat(staged.module().name()).isEqualTo("library");
        assertThat(staged.isAcceptable()).isTrue();
    }

    @Test
    void aKarWithoutOneFeatureIsRefused() throws IOException {
        TestArchive kar = kar("<feature name='a' version='1'/><feature name='b' version='1'/>");
        assertThat(platform.stage(kar).findings()).extracting(Finding::code).containsExactly("kar-features");
    }

    private static TestArchive kar(String features) {
        return TestArchive.empty()
                .entry(
                        "repository/org/example/features/1.0.0/features-1.0.0-features.xml",
                        "<features name='f' xmlns='http://karaf.apache.org/xmlns/features/v1.6.0'>" + features
                                + "</features>");
    }

    private static String path(String artifact) {
        return "repository/org/example/" + artifact + "/1.0.0/" + artifact + "-1.0.0.jar";
    }
}
