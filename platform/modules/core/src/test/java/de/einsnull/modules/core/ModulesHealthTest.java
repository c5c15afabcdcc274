package de.einsnull.modules.core;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.modules.api.Change.Action;
import de.einsnull.modules.core.catalogue.Catalogue;
import de.einsnull.modules.core.catalogue.Contributions;
import de.einsnull.modules.core.catalogue.Details;
import de.einsnull.modules.core.catalogue.LogRing;
import de.einsnull.modules.core.catalogue.Names;
import de.einsnull.modules.core.catalogue.PlatformFeatures;
import de.einsnull.modules.core.health.ModuleHealth;
import de.einsnull.modules.core.state.HistoryFile;
import de.einsnull.modules.core.state.InstalledModule;
import de.einsnull.modules.core.state.KnownCertificate;
import de.einsnull.modules.core.trust.TrustWatch;
import de.einsnull.portal.api.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator must see from outside that a module does not run, and that unsigned ones are let in. */
class ModulesHealthTest {

    @TempDir
    private Path folder;

    private TestPlatform platform;
    private String unwritten = "";

    @BeforeEach
    void start() throws Exception {
        platform = new TestPlatform(folder);
        platform.apply(Action.INSTALL, TestArchive.bundle("parks", "1.0.0"));
    }

    @AfterEach
    void stop() throws Exception {
        platform.close();
    }

    @Test
    void thePlatformIsNotReadyBeforeModulesWereStarted() throws IOException {
        assertThat(execute(false, false).getStatus()).isEqualTo(Result.Status.TEMPORARILY_UNAVAILABLE);
        assertThat(execute(true, false).getStatus()).isEqualTo(Result.Status.OK);
    }

    @Test
    void developmentModeIsNeverSilent() throws IOException {
        Result result = execute(true, true);
        assertThat(result.getStatus()).isEqualTo(Result.Status.WARN);
        assertThat(result.toString()).contains("etc/trust");
    }

    @Test
    void aModuleThatDoesNotRunIsNamedAndAStoppedOneIsNot() throws Exception {
        platform.bundle("parks").stop();
        assertThat(execute(true, false).toString()).contains("parks", "WARN");
        platform.apply(Action.STOP, "parks");
        assertThat(execute(true, false).getStatus()).isEqualTo(Result.Status.OK);
    }

    /** Trust that was withdrawn is told where the operator looks, and so is a list that cannot be read. */
    @Test
    void withdrawnTrustIsTold() throws Exception {
        Path trust = Files.createDirectories(folder.resolve("trust"));
        Files.writeString(trust.resolve("revoked.txt"), "nonsense\n" + "ab".repeat(32) + "\n");
        assertThat(execute(true, false).toString())
                .contains("WARN", "revoked.txt, line 1")
                .doesNotContain("parks");
        platform.store().change(state -> state.with(signed(state.module("parks").orElseThrow())));
        assertThat(execute(true, false).toString())
                .contains("The certificate that signed module parks is revoked (revoked.txt)");
    }

    /** A platform that is told to be starting for ever is restarted again and again. */
    @Test
    void aFullDiskAtTheStartIsSaidAndDoesNotMakeItUnready() throws IOException {
        unwritten = "No space left on device";
        var result = execute(true, false);
        assertThat(result.getStatus()).isEqualTo(Result.Status.WARN);
        assertThat(result.toString()).contains("No space left on device", "free some space");
    }

    private static InstalledModule signed(InstalledModule module) {
        return new InstalledModule(
                module.name(),
                module.version(),
                module.title(),
                module.description(),
                module.provider(),
                module.licence(),
                "maker",
                module.archive(),
                module.source(),
                module.stopped(),
                module.quarantine(),
                module.quarantineSentence(),
                module.bundles(),
                List.of(new KnownCertificate("ab".repeat(32), "cn=maker", "1f")));
    }

    private Result execute(boolean started, boolean development) throws IOException {
        var runtime = new NoComponents();
        var watch = new TrustWatch(platform.trust(), platform.store());
        var details = new Details(
                platform.store(),
                new ModuleHealth(platform.context(), runtime),
                watch,
                new Contributions(platform.context(), runtime),
                Sentences.ofInstalled(platform.context()),
                bundles -> Map.of());
        var catalogue = new Catalogue(
                platform.context(),
                platform.store(),
                platform.installer(),
                new PlatformFeatures(platform.context(), Optional::empty),
                List::of,
                details,
                new Names(platform.context()),
                new LogRing(),
                new HistoryFile(folder.resolve("modules")));
        return new ModulesHealth(catalogue, watch, new ModulesHealth.Start(() -> started, () -> unwritten), development)
                .execute();
    }
}
