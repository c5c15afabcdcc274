package de.einsnull.search.core.query;

import de.einsnull.search.api.MarkedText;
import de.einsnull.search.api.MarkedText.Range;
import de.einsnull.search.api.SearchQuery;
import de.einsnull.search.api.Suggestion;
import de.einsnull.search.core.index.Fields;
import de.einsnull.search.core.text.Reading;
import de.einsnull.search.core.text.Tongue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Suggests titles by the beginnings of their words, in any order: "pers bean" for "Personalausweis beantragen". */
final class Suggestions {

    private static final int MOST_WORDS = 8;
    private static final int LONGEST_BEGINNING = 20;
    private static final Set<String> STORED = Set.of(Fields.TITLE, Fields.TYPE, Fields.LANGUAGE, Fields.LINK);

    private final IndexSearcher searcher;
    private final Reading reading;
    private final Query visible;

    Suggestions(IndexSearcher searcher, Reading reading, Query visible) {
        this.searcher = searcher;
        this.reading = reading;
        this.visible = visible;
    }

    List<Suggestion> of(SearchQuery asked) throws IOException {
        var ways = new ArrayList<Query>();
        for (Tongue tongue : Tongue.of(asked.languages())) {
            var query = new BooleanQuery.Builder();
            var typed = typed(tongue, asked.text());
            typed.forEach(word -> query.add(
                    new TermQuery(new Term(
                            tongue.beginnings(), word.substring(0, Math.min(LONGEST_BEGINNING, word.length())))),
                    Occur.MUST));
            if (!typed.isEmpty()) {
                ways.add(query.build());
            }
        }
        var query = new BooleanQuery.Builder()
                .add(new DisjunctionMaxQuery(ways, 0), Occur.MUST)
                .add(visible, Occur.FILTER);
        if (!asked.types().isEmpty()) {
            query.add(Visible.oneOf(Fields.TYPE, asked.types()), Occur.FILTER);
        }
        return ways.isEmpty() || asked.limit() == 0 ? List.of() : read(query.build(), asked);
    }

    private List<String> typed(Tongue tongue, String text) {
        return reading.typed(tongue, text).stream().distinct().limit(MOST_WORDS).toList();
    }

    /** Reads some more than wanted, as several documents may have one title. */
    private List<Suggestion> read(Query query, SearchQuery asked) throws IOException {
        var byTitle = new LinkedHashMap<String, Suggestion>();
        for (var found : searcher.search(query, asked.limit() * 3).scoreDocs) {
            var stored = searcher.storedFields().document(found.doc, STORED);
            String title = stored.get(Fields.TITLE);
            String language = stored.get(Fields.LANGUAGE);
            if (byTitle.size() < asked.limit() && !byTitle.containsKey(title)) {
                var marked = marked(Tongue.of(language), title, asked.text());
                byTitle.put(title, new Suggestion(marked, stored.get(Fields.TYPE), language, stored.get(Fields.LINK)));
            }
        }
        return List.copyOf(byTitle.values());
    }

    /** Marks what was typed where a word begins with it or, in a compound, holds it. */
    private MarkedText marked(Tongue tongue, String title, String text) {
        var typed = typed(tongue, text);
        var ranges = new ArrayList<Range>();
        reading.folded(tongue, title, (word, place) -> {
            for (String beginning : typed) {
                int at = word.indexOf(beginning);
                int to = place.startOffset() + at + beginning.length();
                if (at >= 0 && to <= place.endOffset() && (at == 0 || beginning.length() > 2)) {
                    ranges.add(new Range(place.startOffset() + at, to));
                    return;
                }
            }
        });
        return new MarkedText(title, Passage.merged(ranges));
    }
}
