package de.einsnull.modules.core.trust;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.modules.api.Change.Action;
import de.einsnull.modules.api.Finding;
import de.einsnull.modules.core.TestArchive;
import de.einsnull.modules.core.TestPlatform;
import de.einsnull.modules.core.state.InstalledModule;
import de.einsnull.modules.core.state.KnownCertificate;
import de.einsnull.modules.core.state.ModuleStore;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs already is not safe because it was let in once: city IT must be told when its maker is locked out. */
class WithdrawnTrustTest {

    @TempDir
    private Path folder;

    private TestKeys keys;
    private TestPlatform platform;
    private TrustWatch watch;

    @BeforeEach
    void start() throws Exception {
        keys = new TestKeys(folder);
        keys.make("stadtwerke");
        Path trust = Files.createDirectories(folder.resolve("platform/trust"));
        Files.copy(keys.export("stadtwerke"), trust.resolve("stadtwerke.pem"));
        platform = new TestPlatform(folder.resolve("platform"), false, List.of());
        watch = new TrustWatch(platform.trust(), platform.store());
    }

    @AfterEach
    void stop() throws Exception {
        platform.close();
    }

    @Test
    void anInstalledModuleIsNoticedAndAnotherOneOfItsMakerRefused() throws Exception {
        install(signed("parks"));
        assertThat(watch.revokedBy("parks")).isEmpty();
        revoke();
        assertThat(watch.revokedBy("parks")).hasValue("revoked.txt");
        assertThat(platform.bundle("parks").getState())
                .as("city IT decides when it stops")
                .isEqualTo(org.osgi.framework.Bundle.ACTIVE);
        assertThat(stage(signed("ponds")).findings())
                .extracting(Finding::code, Finding::level)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("revoked-certificate", Finding.Level.REFUSED));
    }

    /** A KAR is signed as a whole, and only the bundles in it are kept. */
    @Test
    void theCertificatesOutliveARestart() throws Exception {
        install(signed("parks"));
        platform.close();
        platform = new TestPlatform(folder.resolve("platform"), false, List.of());
        watch = new TrustWatch(platform.trust(), platform.store());
        revoke();
        assertThat(watch.revokedBy("parks")).hasValue("revoked.txt");
    }

    /** The platform was upgraded: its state was written when certificates were not remembered. */
    @Test
    void anOlderStateIsStillRead() throws Exception {
        install(signed("parks"));
        Path state = folder.resolve("platform/modules/state.json");
        String text = Files.readString(state).replaceAll("(?s),\\s*\"certificates\" : \\[.*?\\]", "");
        assertThat(text).doesNotContain("certificates");
        Files.createDirectories(folder.resolve("older"));
        Files.writeString(folder.resolve("older/state.json"), text);
        InstalledModule older =
                new ModuleStore(folder.resolve("older")).state().module("parks").orElseThrow();
        assertThat(older.certificates()).isEmpty();
        assertThat(older.signer()).isEqualTo("stadtwerke");
    }

    private void revoke() throws Exception {
        Files.writeString(
                folder.resolve("platform/trust/revoked.txt"),
                KnownCertificate.of(keys.certificate("stadtwerke")).sha256());
    }

    private void install(byte[] archive) throws Exception {
        var done = platform.apply(Action.INSTALL, stage(archive).id());
        assertThat(done.reason()).isEmpty();
    }

    private de.einsnull.modules.api.Staged stage(byte[] archive) throws Exception {
        return platform.installer().stage(new ByteArrayInputStream(archive), "x.jar");
    }

    private byte[] signed(String name) throws Exception {
        Path file = TestArchive.bundle(name, "1.0.0").entry("text", "x").writeTo(folder.resolve(name + ".jar"));
        return Files.readAllBytes(keys.signArchive(file, "stadtwerke"));
    }
}
