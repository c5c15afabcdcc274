package de.einsnull.modules.core.trust;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.modules.api.Finding;
import de.einsnull.modules.core.TestArchive;
import de.einsnull.modules.core.TestPlatform;
import de.einsnull.modules.core.trust.Verdict.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On a server nobody installs what nobody answers for; on a developer's machine it is possible and never silent. */
class TrustRulesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "TRUSTED")
    void inProductionEverythingButTrustedIsRefused(Kind kind) {
        assertThat(new TrustRules(false).finding(new Verdict(kind, "maker", "detail"), "parks"))
                .hasValueSatisfying(finding -> assertThat(finding.level()).isEqualTo(Finding.Level.REFUSED));
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"UNSIGNED", "UNKNOWN", "EXPIRED"})
    void inDevelopmentItIsAWarning(Kind kind) {
        assertThat(new TrustRules(true).finding(new Verdict(kind, "maker", "detail"), "parks"))
                .hasValueSatisfying(finding -> {
                    assertThat(finding.level()).isEqualTo(Finding.Level.WARNING);
                    assertThat(finding.german()).contains("Entwicklungsmodus");
                });
    }

    /** What was changed, and what the city has said not to trust, is not for trying things out either. */
    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"TAMPERED", "REVOKED"})
    void whatWasTamperedWithOrRevokedIsAlwaysRefused(Kind kind) {
        assertThat(new TrustRules(true).finding(new Verdict(kind, "", "text"), "parks"))
                .hasValueSatisfying(finding -> assertThat(finding.level()).isEqualTo(Finding.Level.REFUSED));
    }

    @Test
    void aServerTakesASignedModuleAndNoUnsignedOne() throws Exception {
        var keys = new TestKeys(folder);
        keys.make("stadtwerke");
        Path trust = Files.createDirectories(folder.resolve("platform/trust"));
        Files.copy(keys.export("stadtwerke"), trust.resolve("stadtwerke.pem"));
        try (TestPlatform platform = new TestPlatform(folder.resolve("platform"), false, List.of())) {
            TestArchive parks = TestArchive.bundle("parks", "1.0.0").entry("text", "x");
            assertThat(platform.stage(parks).findings())
                    .extracting(Finding::code)
                    .containsExactly("not-signed");
            Path signed = keys.signWithTool(parks.writeTo(folder.resolve("parks.jar")), "stadtwerke");
            try (var in = Files.newInputStream(signed)) {
                var staged = platform.installer().stage(in, "parks.jar");
                assertThat(staged.findings()).isEmpty();
                assertThat(staged.module().signer()).isEqualTo("stadtwerke");
            }
        }
    }
}
