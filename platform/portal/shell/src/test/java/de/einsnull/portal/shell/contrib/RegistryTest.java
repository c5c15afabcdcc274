package de.einsnull.portal.shell.contrib;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.MenuEntry;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PortalPage;
import de.einsnull.portal.shell.testing.FakeBundle;
import de.einsnull.portal.shell.testing.MemoryResources;
import de.einsnull.portal.shell.testing.TestPortal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

class RegistryTest {

    private static final PortalPage PAGE = request -> PageResponse.notFound();

    private final TestPortal portal = new TestPortal();
    private final Registry registry = portal.registry();
    private final FakeBundle trees = new FakeBundle(new MemoryResources("trees"));
    private final FakeBundle parks = new FakeBundle(new MemoryResources("parks"));

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void givesThePageWithTheLongestPath() {
        portal.add(trees, "baeume", "public", PAGE);
        portal.add(parks, "baeume/parks", "public", PAGE);
        assertThat(owner("baeume")).isEqualTo("trees");
        assertThat(owner("baeume/7")).isEqualTo("trees");
        assertThat(owner("baeume/parks")).isEqualTo("parks");
        assertThat(owner("baeume/parks/3")).isEqualTo("parks");
        assertThat(registry.pageFor("baeumen"))
                .as("only whole parts of a path count")
                .isEmpty();
        assertThat(registry.pageFor("")).isEmpty();
    }

    @Test
    void givesTheHigherRankedOfTwoPagesAtOnePath() {
        add(trees, 0);
        var higher = add(parks, 5);
        assertThat(owner("baeume")).isEqualTo("parks");
        registry.removePage(higher);
        assertThat(owner("baeume")).isEqualTo("trees");
    }

    private ServiceReference<PortalPage> add(FakeBundle bundle, int ranking) {
        ServiceReference<PortalPage> reference =
                bundle.reference(ranking, Map.of("einsnull.page.path", "baeume", "einsnull.page.access", "public"));
        registry.addPage(PAGE, reference);
        return reference;
    }

    /** Deny by default: who forgets to say who may come in lets in city IT only. */
    @Test
    void isForCityItWhereNothingIsStated() {
        registry.addPage(PAGE, trees.reference(0, Map.of("einsnull.page.path", "baeume")));
        assertThat(registry.pageFor("baeume").orElseThrow().access()).isEqualTo("admin");
    }

    @Test
    void leavesOutAPageWithoutAPathAndSaysSo() {
        ServiceReference<PortalPage> reference = trees.reference(0, Map.of());
        registry.addPage(PAGE, reference);
        assertThat(registry.pages()).isEmpty();
        assertThat(registry.execute().getStatus()).isEqualTo(Result.Status.WARN);
        assertThat(registry.execute().toString()).contains("trees", "einsnull.page.path");
        registry.removePage(reference);
        assertThat(registry.execute().getStatus()).isEqualTo(Result.Status.OK);
    }

    /** One broken text file of a partner must not keep the portal from anything else. */
    @Test
    void leavesOutABundleWhoseTextsCannotBeRead() {
        trees.update(new MemoryResources("trees").with("OSGI-INF/l10n/messages_tr.properties", "title={0"));
        portal.add(trees, "baeume", "public", PAGE);
        portal.add(trees, entry(1, "baeume"));
        portal.add(parks, "parks", "public", PAGE);
        assertThat(registry.pages()).hasSize(1);
        assertThat(registry.execute().toString()).contains("messages_tr.properties: title");
    }

    @Test
    void tellsThePathBelowAPage() {
        portal.add(trees, "baeume", "public", PAGE);
        var page = registry.pageFor("baeume/linden/7").orElseThrow();
        assertThat(page.below("baeume/linden/7")).isEqualTo("linden/7");
        assertThat(page.below("baeume")).isEmpty();
    }

    @Test
    void remembersAPageWhoseBundleStopped() {
        var reference = portal.add(trees, "baeume", "public", PAGE);
        registry.removePage(reference);
        trees.state(Bundle.RESOLVED);
        assertThat(registry.pageFor("baeume/7")).isEmpty();
        assertThat(registry.isDeparted("baeume/7")).isTrue();
        assertThat(registry.isDeparted("nie-gewesen")).isFalse();
        portal.add(trees, "baeume", "public", PAGE);
        assertThat(registry.isDeparted("baeume")).isFalse();
    }

    /** An uninstalled module's pages are "not available" during an update and "no such page" afterwards. */
    @Test
    void forgetsAPageWhoseBundleIsUninstalledForGood() {
        registry.removePage(portal.add(trees, "baeume", "public", PAGE));
        trees.state(Bundle.UNINSTALLED);
        portal.clock().advance(Duration.ofSeconds(119));
        assertThat(registry.isDeparted("baeume")).isTrue();
        portal.clock().advance(Duration.ofSeconds(2));
        assertThat(registry.isDeparted("baeume")).isFalse();
    }

    @Test
    void boundsWhatItRemembers() {
        for (int i = 0; i < 300; i++) {
            registry.removePage(portal.add(trees, "seite-" + i, "public", PAGE));
        }
        assertThat(registry.isDeparted("seite-0")).isFalse();
        assertThat(registry.isDeparted("seite-299")).isTrue();
    }

    @Test
    void ordersMenuEntriesAndTellsWhenTheyChange() {
        var changes = new AtomicInteger();
        registry.onChange(changes::incrementAndGet);
        var later = portal.add(trees, entry(200, "b"));
        portal.add(parks, entry(100, "c"));
        portal.add(parks, entry(100, "a"));
        assertThat(registry.entries(MenuEntry.Place.CITIZEN))
                .extracting(owned -> owned.service().path())
                .containsExactly("a", "c", "b");
        registry.removeEntry(later);
        assertThat(registry.entries(MenuEntry.Place.CITIZEN)).hasSize(2);
        assertThat(registry.entries(MenuEntry.Place.ADMIN)).isEmpty();
        assertThat(changes).hasValue(4);
    }

    private static MenuEntry entry(int order, String path) {
        return new MenuEntry(MenuEntry.Place.CITIZEN, order, path, "title", "", "public");
    }

    private String owner(String path) {
        return registry.pageFor(path).orElseThrow().owner().name();
    }
}
