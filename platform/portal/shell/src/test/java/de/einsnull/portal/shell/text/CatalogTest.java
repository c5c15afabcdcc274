package de.einsnull.portal.shell.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.shell.testing.MemoryResources;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogTest {

    private static final String L10N = "OSGI-INF/l10n/messages";

    private final MemoryResources bundle = new MemoryResources("trees")
            .with(L10N + ".properties", "title=Bäume\nonly=Nur deutsch\ncount={0} Bäume")
            .with(L10N + "_de__simple.properties", "title=Die Bäume")
            .with(L10N + "_ar.properties", "title=الأشجار");

    @Test
    void readsEachLanguageFromItsFileInUtf8() {
        var catalog = Catalog.load(bundle);
        assertThat(text(catalog, Language.DE, "title")).isEqualTo("Bäume");
        assertThat(text(catalog, Language.DE_SIMPLE, "title")).isEqualTo("Die Bäume");
        assertThat(text(catalog, Language.AR, "title")).isEqualTo("الأشجار");
    }

    @Test
    void fallsBackToGermanAndSaysSo() {
        var found = Catalog.load(bundle).find(Language.TR, "only").orElseThrow();
        assertThat(found.language()).isEqualTo(Language.DE);
        assertThat(Catalog.load(bundle).find(Language.TR, "missing")).isEmpty();
    }

    @Test
    void worksWithoutAnyFile() {
        assertThat(Catalog.load(new MemoryResources("silent")).find(Language.DE, "title"))
                .isEmpty();
    }

    /** A translator needs to know where. */
    @Test
    void namesFileAndKeyOfABrokenText() {
        var broken = new MemoryResources("broken").with(L10N + "_en.properties", "bad=a {0");
        assertThatThrownBy(() -> Catalog.load(broken)).hasMessageContaining("messages_en.properties: bad");
    }

    @Test
    void looksInTheBundleFirstAndInTheShellAfterIt() {
        var shell = new MemoryResources("shell")
                .with(L10N + ".properties", "title=Schale\nskip=Springen")
                .with(L10N + "_tr.properties", "title=Kabuk\nskip=Atla");
        var texts =
                new Texts(new Formats(ZoneId.of("Europe/Berlin")), List.of(Catalog.load(bundle), Catalog.load(shell)));
        assertThat(texts.plain(Language.TR, "skip")).isEqualTo("Atla");
        assertThat(texts.plain(Language.TR, "title"))
                .as("the bundle's German, not the shell's")
                .isEqualTo("Bäume");
        assertThat(texts.plain(Language.DE, "count", 1234)).isEqualTo("1.234 Bäume");
        assertThat(texts.plain(Language.DE, "nowhere")).isEqualTo("nowhere");
        assertThat(texts.languageOf(Language.AR, "only")).isEqualTo(Language.DE);
    }

    private static String text(Catalog catalog, Language language, String key) {
        return catalog.find(language, key).orElseThrow().message().format(language, part -> part, String::valueOf);
    }
}
