package de.einsnull.search.core.query;

import de.einsnull.search.api.SearchHit;
import de.einsnull.search.core.index.Fields;
import de.einsnull.search.core.text.Tongue;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.IndexSearcher;

/** Reads hits from the index. */
final class Hits {

    private final IndexSearcher searcher;
    private final Snippets snippets;

    Hits(IndexSearcher searcher, Snippets snippets) {
        this.searcher = searcher;
        this.snippets = snippets;
    }

    SearchHit hit(int doc) throws IOException {
        var stored = searcher.storedFields().document(doc);
        String language = stored.get(Fields.LANGUAGE);
        var tongue = Tongue.of(language);
        return new SearchHit(
                stored.get(Fields.TYPE),
                stored.get(Fields.ID),
                language,
                snippets.title(tongue, stored.get(Fields.TITLE)),
                snippets.text(tongue, doc, stored.get(Fields.BODY)),
                stored.get(Fields.LINK),
                facets(stored),
                updated(stored));
    }

    private static Map<String, Set<String>> facets(Document stored) {
        var facets = new TreeMap<String, Set<String>>();
        Arrays.stream(stored.getValues(Fields.FACET)).forEach(facet -> {
            int at = facet.indexOf(Fields.SEPARATOR);
            facets.computeIfAbsent(facet.substring(0, at), key -> new TreeSet<>())
                    .add(facet.substring(at + 1));
        });
        return facets;
    }

    private static Optional<Instant> updated(Document stored) {
        long millis = stored.getField(Fields.UPDATED).numericValue().longValue();
        return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
