package de.einsnull.portal.shell.text;

import de.einsnull.portal.api.Language;
import java.util.List;
import java.util.Optional;

/** Looks a text up in several catalogues: a bundle's own first, the shell's after it. */
public final class Texts {

    private final List<Catalog> catalogs;
    private final Formats formats;

    public Texts(Formats formats, List<Catalog> catalogs) {
        this.formats = formats;
        this.catalogs = List.copyOf(catalogs);
    }

    /** The first catalogue that has the key in any language decides. */
    public Optional<Catalog.Found> find(Language language, String key) {
        for (var catalog : catalogs) {
            var found = catalog.find(language, key);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    public boolean has(String key) {
        return find(Language.DE, key).isPresent();
    }

    /** The text without markup; the key itself where there is no such text. */
    public String plain(Language language, String key, Object... arguments) {
        return find(language, key)
                .map(found -> found.message()
                        .format(found.language(), text -> text, value -> print(found.language(), value), arguments))
                .orElse(key);
    }

    /** The language in which {@link #plain} answers. */
    public Language languageOf(Language language, String key) {
        return find(language, key).map(Catalog.Found::language).orElse(Language.DE);
    }

    public String print(Language language, Object value) {
        return value instanceof Number number ? formats.number(language, number) : String.valueOf(value);
    }
}
