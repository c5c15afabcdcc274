package de.einsnull.search.portal;

import de.einsnull.portal.api.Language;
import de.einsnull.search.api.MarkedText.Piece;
import de.einsnull.search.api.SearchHit;
import de.einsnull.search.api.SearchType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A hit, as the template sees it.
 *
 * @param title its title in pieces
 * @param snippet the part of its text that fits best, in pieces
 * @param path path below the language, empty if it has an address of its own
 * @param address its own address, empty if it has a path
 * @param language tag of its language if it is not the page's, else empty
 * @param type what people call its type
 * @param icon icon of its type
 * @param updated when it was changed last
 */
public record HitView(
        List<Piece> title,
        List<Piece> snippet,
        String path,
        String address,
        String language,
        String type,
        String icon,
        Optional<Instant> updated) {

    static HitView of(SearchHit hit, Language page, List<SearchType> types) {
        boolean elsewhere = hit.link().startsWith("https://");
        var type = types.stream().filter(one -> one.type().equals(hit.type())).findFirst();
        return new HitView(
                hit.title().pieces(),
                hit.snippet().pieces(),
                elsewhere ? "" : hit.link(),
                elsewhere ? hit.link() : "",
                hit.language().equals(page.tag()) ? "" : hit.language(),
                type.map(one -> one.title(page.locale())).orElse(hit.type()),
                type.map(SearchType::icon).orElse("document"),
                hit.updated());
    }
}
