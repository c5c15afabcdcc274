package de.einsnull.testkit.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.testkit.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.slf4j.LoggerFactory;

/** What the tests of a module rely on: real wiring, real HTTP, and that a missing package is noticed. */
class ServletPlatformTest {

    private static final List<Class<?>> CONTRACTS = List.of(LoggerFactory.class, Eventually.class);

    @TempDir
    Path module;

    @Test
    void theBundleUnderTestMeetsContractsServerAndOtherBundles() throws Exception {
        manifest("Import-Package: de.einsnull.testkit");
        try (var platform = new ServletPlatform(module, CONTRACTS)) {
            assertThat(state(platform, "org.example.parks")).isEqualTo(Bundle.ACTIVE);
            assertThat(platform.await("/parks", 404).statusCode()).isEqualTo(404);

            var other =
                    platform.install("file:deploy/other.jar", "org.example.other", "", "Import-Package", "not.there");
            assertThatThrownBy(other::start).isInstanceOf(BundleException.class).hasMessageContaining("not.there");
        }
    }

    @Test
    void aBundleThatDoesNotStartFailsTheTest() throws IOException {
        manifest("Import-Package: not.there");
        assertThatThrownBy(() -> new ServletPlatform(module, CONTRACTS))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("not.there");
    }

    private void manifest(String header) throws IOException {
        Files.createDirectories(module.resolve("META-INF"));
        Files.writeString(
                module.resolve("META-INF/MANIFEST.MF"),
                """
                Manifest-Version: 1.0
                Bundle-ManifestVersion: 2
                Bundle-SymbolicName: org.example.parks
                %s
                """
                        .formatted(header));
    }

    private static int state(ServletPlatform platform, String name) {
        return Arrays.stream(platform.context().getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow()
                .getState();
    }
}
