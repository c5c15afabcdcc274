package de.einsnull.modules.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.modules.api.Change;
import de.einsnull.modules.api.Finding;
import de.einsnull.modules.api.Staged;
import de.einsnull.modules.core.TestArchive;
import de.einsnull.modules.core.TestPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be installed: a module that can come and go without touching others. */
class InspectorTest {

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
    void aGoodModuleIsAcceptedAndDescribed() throws IOException {
        Staged staged = platform.stage(good().header("Import-Package", "de.einsnull.test.api;version=\"[1.1,2)\""));
        assertThat(staged.isAcceptable()).isTrue();
        assertThat(staged.module().name()).isEqualTo("good");
        assertThat(staged.findings()).extracting(Finding::code).containsExactly("not-signed");
    }

    @ParameterizedTest
    @CsvSource({
        "DynamicImport-Package, *, dynamic-import",
        "Fragment-Host, org.apache.felix.framework, fragment",
        "Require-Bundle, org.apache.felix.framework, require-bundle",
        "Bundle-NativeCode, libx.so, native-code",
        "Bundle-Activator, a.B, activator",
        "Export-Package, org.osgi.framework, foreign-package",
        "Export-Package, de.einsnull.test.api, foreign-package",
        "Import-Package, de.einsnull.test.internals, import-not-allowed",
        "Import-Package, de.einsnull.absent.api, missing-package",
        "Require-Capability, never.heard.of, missing-capability",
        "Bundle-Version, one, bad-version",
        "Bundle-ManifestVersion, 1, no-bundle"
    })
    void whatWouldTouchOthersIsRefused(String header, String value, String code) throws IOException {
        Staged staged = platform.stage(good().header(header, value));
        assertThat(staged.findings())
                .filteredOn(InspectorTest::isRefusal)
                .extracting(Finding::code)
                .contains(code);
    }

    @Test
    void aSharedLibraryFileIsNativeCode() throws IOException {
        assertThat(refusals(good().entry("lib/libevil.so.1", "x"))).containsExactly("native-code");
    }

    /** "Does not resolve" helps nobody; the version that is there does. */
    @Test
    void theVersionThatThePlatformHasIsNamed() throws IOException {
        Staged staged = platform.stage(good().header("Import-Package", "de.einsnull.test.api;version=\"[2.0,3)\""));
        assertThat(staged.findings())
                .filteredOn(one -> one.code().equals("missing-package"))
                .singleElement()
                .satisfies(one -> assertThat(one.german()).contains("[2.0.0,3.0.0)", "1.2.0"));
    }

    @Test
    void anOptionalPackageMayBeMissing() throws IOException {
        assertThat(refusals(good().header("Import-Package", "de.einsnull.absent.api;resolution:=optional")))
                .isEmpty();
    }

    /** Otherwise a module could take the place of a part of the platform. */
    @Test
    void theNameOfAPlatformBundleIsTaken() throws Exception {
        platform.platformBundle(TestArchive.bundle("de.einsnull.core", "1.0.0"));
        assertThat(refusals(TestArchive.bundle("de.einsnull.core", "9.0.0"))).contains("name-taken");
    }

    @Test
    void aPackageOfAnotherModuleMayBeUsedButNotClaimed() throws IOException {
        platform.apply(Change.Action.INSTALL, good().header("Export-Package", "shared;version=1.0"));
        assertThat(refusals(TestArchive.bundle("user", "1.0.0").header("Import-Package", "shared")))
                .isEmpty();
        assertThat(refusals(TestArchive.bundle("thief", "1.0.0").header("Export-Package", "shared")))
                .containsExactly("foreign-package");
    }

    @Test
    void aModuleMayExportItsOwnPackageAgain() throws IOException {
        platform.apply(Change.Action.INSTALL, good().header("Export-Package", "mine;version=1.0"));
        assertThat(refusals(TestArchive.bundle("good", "1.1.0").header("Export-Package", "mine;version=1.1")))
                .isEmpty();
    }

    @Test
    void whatIsRefusedLeavesNoTrace() throws IOException {
        Staged staged = platform.stage(good().header("Fragment-Host", "x"));
        assertThat(platform.installer().staged(staged.id())).isEmpty();
        try (Stream<Path> files = Files.walk(folder.resolve("modules/staging"))) {
            assertThat(files).containsExactly(folder.resolve("modules/staging"));
        }
    }

    private static TestArchive good() {
        return TestArchive.bundle("good", "1.0.0");
    }

    private List<String> refusals(TestArchive archive) throws IOException {
        return platform.stage(archive).findings().stream()
                .filter(InspectorTest::isRefusal)
                .map(Finding::code)
                .toList();
    }

    private static boolean isRefusal(Finding finding) {
        return finding.level() == Finding.Level.REFUSED;
    }
}
