package de.einsnull.search.core.query;

import de.einsnull.search.api.SearchDocument;
import de.einsnull.search.api.SearchQuery;
import de.einsnull.search.core.index.Fields;
import de.einsnull.search.core.text.Reading;
import de.einsnull.search.core.text.Tongue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Finds texts that share the words by which a text differs from others (tf-idf). */
final class Likeness {

    private static final int MOST_WORDS = 25;

    /** A third of the words must be shared, or texts that share one rare word would be alike. */
    private static final int SHARED = 3;

    private final IndexSearcher searcher;
    private final Reading reading;
    private final Query visible;

    Likeness(IndexSearcher searcher, Reading reading, Query visible) {
        this.searcher = searcher;
        this.reading = reading;
        this.visible = visible;
    }

    /** Title and text of a document if the asking person may find it. */
    Optional<String> textOf(String key) throws IOException {
        var query = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.KEY, key)), Occur.FILTER)
                .add(visible, Occur.FILTER)
                .build();
        var found = searcher.search(query, 1).scoreDocs;
        if (found.length == 0) {
            return Optional.empty();
        }
        var stored = searcher.storedFields().document(found[0].doc);
        return Optional.of(stored.get(Fields.TITLE) + "\n" + stored.get(Fields.BODY));
    }

    /** The query for what is like a text, without the document of a key. */
    Query to(SearchQuery asked, String text, String without) {
        String cut = text.substring(0, Math.min(SearchDocument.MAX_BODY, text.length()));
        var ways = new ArrayList<Query>();
        Tongue.of(asked.languages()).forEach(tongue -> ways.add(shared(tongue, cut)));
        var query = new BooleanQuery.Builder()
                .add(new DisjunctionMaxQuery(ways, 0), Occur.MUST)
                .add(new TermQuery(new Term(Fields.KEY, without)), Occur.MUST_NOT)
                .add(visible, Occur.FILTER);
        if (!asked.types().isEmpty()) {
            query.add(Visible.oneOf(Fields.TYPE, asked.types()), Occur.FILTER);
        }
        return query.build();
    }

    private record Telling(Term term, float weight) {}

    private Query shared(Tongue tongue, String text) {
        var words = telling(tongue, text);
        var query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(new BoostQuery(new TermQuery(word.term()), word.weight()), Occur.SHOULD));
        return query.setMinimumNumberShouldMatch(Math.max(1, words.size() / SHARED))
                .build();
    }

    private List<Telling> telling(Tongue tongue, String text) {
        var counts = new HashMap<String, Integer>();
        reading.stems(tongue, text, (stem, place) -> counts.merge(stem, 1, Integer::sum));
        int all = searcher.getIndexReader().numDocs();
        var words = new ArrayList<Telling>();
        counts.forEach((stem, count) -> {
            var term = new Term(tongue.text(), stem);
            int documents = documentsWith(term);
            if (documents > 0) {
                double rarity = Math.log((all + 1.0) / (documents + 0.5));
                words.add(new Telling(term, (float) Math.max(0.01, Math.sqrt(count) * rarity)));
            }
        });
        words.sort(Comparator.comparing(Telling::weight).reversed());
        return words.subList(0, Math.min(MOST_WORDS, words.size()));
    }

    private int documentsWith(Term term) {
        try {
            return searcher.getIndexReader().docFreq(term);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
