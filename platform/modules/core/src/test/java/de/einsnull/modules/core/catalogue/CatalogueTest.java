package de.einsnull.modules.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.health.api.Sentence;
import de.einsnull.modules.api.Change.Action;
import de.einsnull.modules.api.Module;
import de.einsnull.modules.api.ModuleDetails;
import de.einsnull.modules.api.ModuleDetails.Component;
import de.einsnull.modules.api.ModuleDetails.Contribution;
import de.einsnull.modules.api.ModuleDetails.Health;
import de.einsnull.modules.api.ModuleDetails.Kind;
import de.einsnull.modules.api.ModuleDetails.Level;
import de.einsnull.modules.core.NoComponents;
import de.einsnull.modules.core.TestArchive;
import de.einsnull.modules.core.TestPlatform;
import de.einsnull.modules.core.health.ModuleHealth;
import de.einsnull.modules.core.repositories.Offer;
import de.einsnull.modules.core.state.HistoryFile;
import de.einsnull.modules.core.trust.TrustWatch;
import de.einsnull.portal.api.MenuEntry;
import de.einsnull.portal.api.PortalPage;
import de.einsnull.portal.api.Sentences;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What city IT sees of modules. */
class CatalogueTest {

    @TempDir
    private Path folder;

    private final List<Offer> offers = new ArrayList<>();
    private TestPlatform platform;
    private Catalogue catalogue;

    @BeforeEach
    void start() throws Exception {
        platform = new TestPlatform(folder);
        var runtime = new NoComponents();
        var health = new ModuleHealth(platform.context(), runtime);
        var contributions = new Contributions(platform.context(), runtime);
        catalogue = new Catalogue(
                platform.context(),
                platform.store(),
                platform.installer(),
                new PlatformFeatures(platform.context(), Optional::empty),
                () -> offers,
                new Details(
                        platform.store(),
                        health,
                        new TrustWatch(platform.trust(), platform.store()),
                        contributions,
                        Sentences.ofInstalled(platform.context()),
                        bundles -> Map.of("calls", 1.0)),
                new Names(platform.context()),
                new LogRing(),
                new HistoryFile(folder.resolve("modules")));
    }

    @AfterEach
    void stop() throws Exception {
        platform.close();
    }

    @Test
    void whatIsInstalledAndWhatIsOfferedStandTogether() throws IOException {
        platform.apply(Action.INSTALL, parks("1.0.0"));
        offers.add(offer("parks", "1.1.0"));
        offers.add(offer("parks", "0.9.0"));
        offers.add(offer("lakes", "1.0.0"));
        assertThat(catalogue.modules()).extracting(Module::name).containsExactly("lakes", "parks");
        Module parks = catalogue.module("parks").orElseThrow();
        assertThat(parks.state()).isEqualTo(Module.State.RUNNING);
        assertThat(parks.origin()).isEqualTo(Module.Origin.INSTALLED);
        assertThat(parks.update()).hasValue("1.1.0");
        assertThat(parks.bundles()).singleElement().satisfies(bundle -> {
            assertThat(bundle.state()).isEqualTo("ACTIVE");
        });
        assertThat(catalogue.module("lakes").orElseThrow().state()).isEqualTo(Module.State.AVAILABLE);
        assertThat(catalogue.module("nothing")).isEmpty();
    }

    /** The list of all modules must open just when one of them is damaged. */
    @Test
    void aLostArchiveIsSaidOnThePageOfItsModuleAndNowhereElse() throws Exception {
        platform.apply(Action.INSTALL, parks("1.0.0"));
        String digest = platform.store()
                .state()
                .module("parks")
                .orElseThrow()
                .bundles()
                .get(0)
                .sha256();
        Files.delete(platform.store().archive(digest));
        var details = catalogue.details("parks", Locale.ENGLISH).orElseThrow();
        assertThat(details.health()).anySatisfy(health -> {
            assertThat(health.cause()).contains("lost or damaged");
            assertThat(health.advice()).contains("again");
        });
        assertThat(state()).as("it goes on running").isEqualTo(Module.State.RUNNING);
    }

    @Test
    void theStateSaysWhyAModuleDoesNotRun() throws Exception {
        platform.apply(Action.INSTALL, parks("1.0.0"));
        platform.bundle("parks").stop();
        assertThat(state()).isEqualTo(Module.State.FAILED);
        platform.store()
                .change(now -> now.noting(now.module("parks").orElseThrow().quarantined("floods", Sentence.NONE)));
        assertThat(state()).isEqualTo(Module.State.QUARANTINED);
        assertThat(catalogue.details("parks", Locale.GERMAN).orElseThrow().health())
                .singleElement()
                .satisfies(health -> assertThat(health.cause()).isEqualTo("floods"));
        platform.apply(Action.START, "parks");
        assertThat(state()).isEqualTo(Module.State.RUNNING);
        platform.apply(Action.STOP, "parks");
        assertThat(state()).isEqualTo(Module.State.STOPPED);
    }

    @Test
    void whatAModuleAddsIsListedWithItsTitle() throws IOException {
        platform.apply(
                Action.INSTALL,
                parks("1.0.0")
                        .entry("OSGI-INF/l10n/messages_de.properties", "menu.parks=Grünanlagen")
                        .entry(
                                "META-INF/sbom/bom.json",
                                "{\"components\":[{\"name\":\"lib\",\"version\":\"1\",\"licenses\":[{\"expression\":\"MIT\"}]}]}")
                        .entry(
                                "OSGI-INF/metatype/a.xml",
                                "<MetaData><OCD id='o'/><Designate factoryPid='de.example.park'><Object ocdref='o'/></Designate></MetaData>"));
        PortalPage page = request -> null;
        var properties = new Hashtable<String, Object>();
        properties.put("einsnull.page.path", "parks");
        properties.put("einsnull.page.access", "public");
        platform.bundle("parks").getBundleContext().registerService(PortalPage.class, page, properties);
        register(MenuEntry.class, new MenuEntry(MenuEntry.Place.CITIZEN, 1, "parks", "menu.parks", "", "public"), "x");
        ModuleDetails details = catalogue.details("parks", Locale.GERMAN).orElseThrow();
        assertThat(details.contributions())
                .contains(
                        new Contribution(Kind.PAGE, "parks", "Grünanlagen", "public"),
                        new Contribution(Kind.MENU, "parks", "Grünanlagen", "public"),
                        new Contribution(Kind.SETTINGS, "de.example.park~", "", ""));
        assertThat(details.settings()).containsExactly("de.example.park~");
        assertThat(details.components()).containsExactly(new Component("lib", "1", "MIT"));
        assertThat(details.meters()).containsEntry("calls", 1.0);
        assertThat(details.health()).extracting(Health::level).containsExactly(Level.GOOD);
    }

    @Test
    void theWorstStandsFirst() throws IOException {
        platform.apply(Action.INSTALL, parks("1.0.0"));
        HealthCheck well = () -> new Result(Result.Status.OK, "fine");
        HealthCheck ill = () -> new Result(Result.Status.CRITICAL, "no water");
        HealthCheck broken = () -> {
            throw new IllegalStateException("bug");
        };
        register(HealthCheck.class, well, "Well");
        register(HealthCheck.class, ill, "Ill");
        register(HealthCheck.class, broken, "Broken");
        List<Health> health =
                catalogue.details("parks", Locale.GERMAN).orElseThrow().health();
        assertThat(health).extracting(Health::level).containsExactly(Level.BAD, Level.BAD, Level.GOOD);
        assertThat(health).extracting(Health::subject).contains("Ill", "Broken");
        assertThat(health).extracting(Health::cause).contains("no water");
        assertThat(broken(Locale.forLanguageTag("tr")).advice()).isEqualTo("Bu iletiyi üreticiye verin.");
        assertThat(broken(Locale.FRENCH).cause())
                .as("a language without texts")
                .isEqualTo("Die Prüfung selbst ist gescheitert: java.lang.IllegalStateException: bug");
    }

    private Health broken(Locale language) {
        return catalogue.details("parks", language).orElseThrow().health().stream()
                .filter(one -> one.subject().equals("Broken"))
                .findFirst()
                .orElseThrow();
    }

    private Module.State state() {
        return catalogue.module("parks").orElseThrow().state();
    }

    private <T> void register(Class<T> type, T service, String name) {
        var properties = new Hashtable<String, Object>();
        properties.put(HealthCheck.NAME, name);
        platform.bundle("parks").getBundleContext().registerService(type, service, properties);
    }

    private static TestArchive parks(String version) {
        return TestArchive.bundle("parks", version).header("Bundle-Name", "Parks");
    }

    private static Offer offer(String name, String version) {
        return new Offer(name, version, name, "", "", URI.create("file:/offers/"), "");
    }
}
