package de.einsnull.modules.core;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.modules.api.Change.Action;
import de.einsnull.modules.core.catalogue.Catalogue;
import de.einsnull.modules.core.catalogue.Contributions;
import de.einsnull.modules.core.catalogue.Details;
import de.einsnull.modules.core.catalogue.LogRing;
import de.einsnull.modules.core.catalogue.PlatformFeatures;
import de.einsnull.modules.core.health.ModuleHealth;
import de.einsnull.modules.core.state.HistoryFile;
import java.io.IOException;
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

    private Result execute(boolean started, boolean development) throws IOException {
        var runtime = new NoComponents();
        var details = new Details(
                platform.store(),
                new ModuleHealth(platform.context(), runtime),
                new Contributions(platform.context(), runtime),
                bundles -> Map.of());
        var catalogue = new Catalogue(
                platform.context(),
                platform.store(),
                platform.installer(),
                new PlatformFeatures(platform.context(), Optional::empty),
                List::of,
                details,
                new LogRing(),
                new HistoryFile(folder.resolve("modules")));
        return new ModulesHealth(catalogue, () -> started, development).execute();
    }
}
