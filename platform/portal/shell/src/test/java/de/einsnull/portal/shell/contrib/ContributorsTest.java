package de.einsnull.portal.shell.contrib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.shell.render.PageState;
import de.einsnull.portal.shell.testing.FakeBundle;
import de.einsnull.portal.shell.testing.MemoryResources;
import de.einsnull.portal.shell.testing.TestPortal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleEvent;

/** Each bundle brings its own files, and takes them along when it goes. */
class ContributorsTest {

    private final Contributors contributors = new TestPortal().contributors();
    private final FakeBundle bundle = new FakeBundle(files("alt"));

    private static MemoryResources files(String word) {
        return new MemoryResources("trees")
                .with("templates/page.peb", "<p>" + word + " {{ name }}</p>")
                .with("static/trees.css", "/* " + word + " */")
                .with("OSGI-INF/l10n/messages.properties", "title=" + word);
    }

    private String page(String template) {
        var state = new PageState(Language.DE, () -> "");
        return contributors.of(bundle.bundle()).templates().render(template, Map.of("name", "Linde"), state);
    }

    @Test
    void readsTemplatesTextsAndAssetsFromTheBundle() {
        var trees = contributors.of(bundle.bundle());
        assertThat(page("page")).isEqualTo("<p>alt Linde</p>");
        assertThat(trees.texts().plain(Language.DE, "title")).isEqualTo("alt");
        assertThat(contributors.assets("trees").orElseThrow().find("trees.css")).isPresent();
        assertThat(contributors.of(bundle.bundle())).as("learnt once").isSameAs(trees);
    }

    @Test
    void keepsTheShellsTemplatesFromBundles() {
        assertThatThrownBy(() -> page("layout")).hasMessageContaining("trees has no templates/layout.peb");
    }

    @Test
    void readsTheNewFilesAfterAnUpdate() {
        page("page");
        String before = contributors.of(bundle.bundle()).assets().address("trees.css");
        bundle.update(files("neu"));
        assertThat(page("page")).as("compiled templates are kept").isEqualTo("<p>alt Linde</p>");
        contributors.bundleChanged(new BundleEvent(BundleEvent.STOPPED, bundle.bundle()));
        assertThat(page("page")).isEqualTo("<p>neu Linde</p>");
        assertThat(contributors.of(bundle.bundle()).assets().address("trees.css"))
                .isNotEqualTo(before);
    }

    @Test
    void dropsWhatItKnewOfAStoppedBundle() {
        contributors.of(bundle.bundle());
        contributors.bundleChanged(new BundleEvent(BundleEvent.STOPPED, bundle.bundle()));
        assertThat(contributors.assets("trees")).isEmpty();
    }

    @Test
    void staysWithWhatItKnowsWhileOthersComeAndGo() {
        var trees = contributors.of(bundle.bundle());
        contributors.bundleChanged(new BundleEvent(BundleEvent.STARTED, bundle.bundle()));
        contributors.bundleChanged(
                new BundleEvent(BundleEvent.STOPPED, new FakeBundle(new MemoryResources("other")).bundle()));
        assertThat(contributors.of(bundle.bundle())).isSameAs(trees);
    }

    @Test
    void hasTheShellsOwnAssets() {
        assertThat(contributors.assets("de.einsnull.portal.shell").orElseThrow().find("portal.css"))
                .isPresent();
        assertThat(contributors.assets("nobody")).isEmpty();
    }
}
