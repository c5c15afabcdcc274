package de.einsnull.search.portal;

import de.einsnull.portal.api.BundleTexts;
import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.MenuEntry;
import de.einsnull.search.api.Readers;
import de.einsnull.search.api.SearchDocument;
import de.einsnull.search.api.SearchSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The pages of the portal's menus in all languages, for those who may open them. */
final class PagesSource implements SearchSource {

    /** Type of the documents. */
    static final String TYPE = "page";

    /**
     * An entry of a menu.
     *
     * @param entry the entry
     * @param texts of the bundle that contributes it
     * @param module name and state of that bundle
     */
    record Entry(MenuEntry entry, BundleTexts texts, String module) {}

    private final Supplier<List<Entry>> entries;

    PagesSource(Supplier<List<Entry>> entries) {
        this.entries = entries;
    }

    @Override
    public void documents(Consumer<SearchDocument> documents) {
        entries.get().stream()
                .filter(PagesSource::isPage)
                .map(entry -> entry.entry().path())
                .distinct()
                .flatMap(path -> document(path).stream())
                .forEach(documents);
    }

    @Override
    public List<SearchDocument> document(String id) {
        return entries.get().stream()
                .filter(entry -> isPage(entry) && entry.entry().path().equals(id))
                .findFirst()
                .map(entry -> Arrays.stream(Language.values())
                        .map(language -> in(language, entry))
                        .toList())
                .orElse(List.of());
    }

    private static boolean isPage(Entry entry) {
        return SearchDocument.isId(entry.entry().path());
    }

    private static SearchDocument in(Language language, Entry entry) {
        var page = entry.entry();
        String hint = page.titleKey() + ".hint";
        String title = entry.texts().text(language, page.titleKey());
        return SearchDocument.of(TYPE, page.path(), title)
                .language(language.tag())
                .body(entry.texts().has(hint) ? entry.texts().text(language, hint) : "")
                .link(page.path())
                .readers(Readers.meeting(page.access()))
                .build();
    }
}
