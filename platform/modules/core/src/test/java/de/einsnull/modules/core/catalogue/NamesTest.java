package de.einsnull.modules.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.modules.api.Module;
import de.einsnull.modules.api.ModuleBundle;
import de.einsnull.modules.core.TestArchive;
import de.einsnull.modules.core.TestPlatform;
import de.einsnull.modules.core.state.InstalledModule;
import de.einsnull.portal.api.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** City IT reads the list of modules in its own language. */
class NamesTest {

    private static final String BASE = "OSGI-INF/l10n/names";

    @TempDir
    private Path folder;

    private TestPlatform platform;
    private Names names;

    @BeforeEach
    void start() throws Exception {
        platform = new TestPlatform(folder);
        names = new Names(platform.context());
        names.open();
    }

    @AfterEach
    void stop() throws Exception {
        names.close();
        platform.close();
    }

    @Test
    void aModuleOfThePlatformIsCalledWhatAnotherOfItsBundlesSays() throws Exception {
        platform.platformBundle(naming("names", "einsnull-bus = Nachrichtenbus"));
        Module bus = module("einsnull-bus", Module.Origin.PLATFORM, -1);
        assertThat(names.titled(bus, Language.DE).title()).isEqualTo("Nachrichtenbus");
        assertThat(names.titled(bus, Language.EN).title()).isEqualTo("einsnull-bus in English");
        assertThat(names.titled(bus, Language.TR).title())
                .as("German where the language has no file")
                .isEqualTo("Nachrichtenbus");
        assertThat(names.titled(module("lakes", Module.Origin.AVAILABLE, -1), Language.DE)
                        .title())
                .isEqualTo("lakes as it says");
    }

    /** Else a partner could pass its module off as another's. */
    @Test
    void anInstalledModuleNamesOnlyItself() throws Exception {
        Bundle parks = installed("parks", "parks = Parks der Stadt\neinsnull-bus = Besser\nlakes = Schlechter");
        Module own = module("parks", Module.Origin.INSTALLED, parks.getBundleId());
        assertThat(names.titled(own, Language.DE).title()).isEqualTo("Parks der Stadt");
        Module bus = module("einsnull-bus", Module.Origin.PLATFORM, -1);
        assertThat(names.titled(bus, Language.DE).title()).isEqualTo("einsnull-bus as it says");
        Module lakes = module("lakes", Module.Origin.INSTALLED, parks.getBundleId() + 1);
        assertThat(names.titled(lakes, Language.DE).title()).isEqualTo("lakes as it says");
    }

    @Test
    void aTitleGoesWithItsBundleAndABrokenFileHarmsNobody() throws Exception {
        Bundle parks = installed("parks", "parks = Parks der Stadt");
        installed("lakes", "lakes = \\u12");
        Module own = module("parks", Module.Origin.INSTALLED, parks.getBundleId());
        assertThat(names.titled(own, Language.DE).title()).isEqualTo("Parks der Stadt");
        parks.uninstall();
        assertThat(names.titled(own, Language.DE).title()).isEqualTo("parks as it says");
    }

    private Bundle installed(String name, String titles) throws BundleException {
        Bundle bundle = platform.context()
                .installBundle(InstalledModule.LOCATION + name + "/" + name, naming(name, titles).stream());
        bundle.start();
        return bundle;
    }

    private static TestArchive naming(String bundle, String titles) {
        return TestArchive.bundle(bundle, "1.0.0")
                .header(Names.HEADER, BASE)
                .entry(BASE + ".properties", titles)
                .entry(BASE + "_en.properties", "einsnull-bus = einsnull-bus in English");
    }

    private static Module module(String name, Module.Origin origin, long bundle) {
        return new Module(
                name,
                name + " as it says",
                "",
                "1.0.0",
                "",
                "",
                origin,
                Module.State.RUNNING,
                "",
                List.of(new ModuleBundle(name, "1.0.0", bundle, "ACTIVE")),
                Optional.empty());
    }
}
