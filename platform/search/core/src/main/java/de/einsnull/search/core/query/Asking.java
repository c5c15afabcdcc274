package de.einsnull.search.core.query;

import de.einsnull.search.api.SearchHit;
import de.einsnull.search.api.SearchQuery;
import de.einsnull.search.api.SearchResult;
import de.einsnull.search.api.SearchResult.Facet;
import de.einsnull.search.api.Suggestion;
import de.einsnull.search.core.index.Fields;
import de.einsnull.search.core.text.Reading;
import de.einsnull.search.core.text.Tongue;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/** One person's questions to one state of the index. For one thread. */
public final class Asking {

    private static final int MOST_VALUES = 20;
    private static final int MOST_FACETS = 20;
    private static final Sort NEWEST = new Sort(new SortField(Fields.UPDATED, SortField.Type.LONG, true));

    private final IndexSearcher searcher;
    private final Reading reading;
    private final Synonyms synonyms;
    private final SearchQuery asked;
    private final Query visible;
    private final Vocabulary vocabulary;

    /**
     * Begins.
     *
     * @param types types whose sources are there
     */
    public Asking(
            IndexSearcher searcher,
            Reading reading,
            Synonyms synonyms,
            SearchQuery asked,
            Set<String> types,
            Instant now) {
        this.searcher = searcher;
        this.reading = reading;
        this.synonyms = synonyms;
        this.asked = asked;
        this.visible = Visible.to(asked, types, now);
        this.vocabulary = new Vocabulary(searcher, visible);
    }

    /** Searches; when phrases and fields find nothing, by their words. */
    public SearchResult search(boolean complete) throws IOException {
        var question =
                new Question(asked, reading, (tongue, marks) -> new Sentence(tongue, synonyms, vocabulary, marks));
        var found = collect(question);
        if (found.top().totalHits.value == 0) {
            var loosened = question.loosened();
            question = loosened.orElse(question);
            found = loosened.isPresent() ? collect(question) : found;
        }
        var corrections = new Corrections(Tongue.of(asked.languages()), reading, vocabulary);
        return new SearchResult(
                found.top().totalHits.value,
                hits(found.top().scoreDocs, question.marks()),
                Counts.ordered(found.types(), Integer.MAX_VALUE),
                facets(found.facets()),
                corrections.of(asked.text(), question.words()),
                complete);
    }

    private Found collect(Question question) throws IOException {
        var query = new BooleanQuery.Builder().add(question.query(), Occur.MUST).add(visible, Occur.FILTER);
        asked.filters().forEach((name, values) -> query.add(facet(name, values), Occur.FILTER));
        if (asked.types().isEmpty()) {
            return collect(query.build(), question.isEmpty());
        }
        var ofAllTypes = searcher.search(query.build(), new Counts(Fields.TYPE));
        query.add(Visible.oneOf(Fields.TYPE, asked.types()), Occur.FILTER);
        var found = collect(query.build(), question.isEmpty());
        return new Found(found.top(), ofAllTypes, found.facets());
    }

    private static Query facet(String name, Set<String> values) {
        return Visible.oneOf(
                Fields.FACET,
                values.stream().map(value -> name + Fields.SEPARATOR + value).toList());
    }

    private record Found(TopDocs top, Map<String, Long> types, Map<String, Long> facets) {}

    @SuppressWarnings("unchecked")
    private Found collect(Query query, boolean newest) throws IOException {
        int most = Math.max(1, asked.offset() + asked.limit());
        CollectorManager<?, ? extends TopDocs> top = newest
                ? new TopFieldCollectorManager(NEWEST, most, null, Integer.MAX_VALUE)
                : new TopScoreDocCollectorManager(most, null, Integer.MAX_VALUE);
        Object[] found = searcher.search(
                query, new MultiCollectorManager(top, new Counts(Fields.TYPE), new Counts(Fields.FACET)));
        return new Found((TopDocs) found[0], (Map<String, Long>) found[1], (Map<String, Long>) found[2]);
    }

    private List<SearchHit> hits(ScoreDoc[] found, Marks marks) throws IOException {
        var reader = new Hits(searcher, new Snippets(searcher, reading, marks));
        var hits = new ArrayList<SearchHit>();
        for (int i = asked.offset(); i < Math.min(found.length, asked.offset() + asked.limit()); i++) {
            hits.add(reader.hit(found[i].doc));
        }
        return hits;
    }

    private static List<Facet> facets(Map<String, Long> counts) {
        var byName = new TreeMap<String, Map<String, Long>>();
        counts.forEach((facet, count) -> {
            int at = facet.indexOf(Fields.SEPARATOR);
            byName.computeIfAbsent(facet.substring(0, at), key -> new HashMap<>())
                    .put(facet.substring(at + 1), count);
        });
        return byName.entrySet().stream()
                .limit(MOST_FACETS)
                .map(facet -> new Facet(facet.getKey(), Counts.ordered(facet.getValue(), MOST_VALUES)))
                .toList();
    }

    /** Suggests titles. */
    public List<Suggestion> suggest() throws IOException {
        return new Suggestions(searcher, reading, visible).of(asked);
    }

    /** Finds what is about the same as a text. */
    public List<SearchHit> similar(String text) throws IOException {
        var found = searcher.search(new Likeness(searcher, reading, visible).to(asked, text, ""), atMost());
        return hits(found.scoreDocs, new Marks());
    }

    /** Finds what is about the same as a document. */
    public List<SearchHit> similar(String type, String id) throws IOException {
        var likeness = new Likeness(searcher, reading, visible);
        String key = Fields.key(type, id);
        var text = likeness.textOf(key);
        return text.isEmpty()
                ? List.of()
                : hits(searcher.search(likeness.to(asked, text.get(), key), atMost()).scoreDocs, new Marks());
    }

    private int atMost() {
        return Math.max(1, asked.offset() + asked.limit());
    }
}
