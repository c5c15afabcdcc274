package de.einsnull.search.core.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;

/**
 * The words that the asking person may see: those of documents that may be found by him. A word that stands only in other
 * documents is unknown here, so that neither its presence nor its absence tells anything.
 */
final class Vocabulary {

    private static final int SHORTEST_FOR_ONE = 4;
    private static final int SHORTEST_FOR_TWO = 8;

    /** Most near words that are looked at; those of all documents, so that hidden ones hardly crowd out others. */
    private static final int MOST_LOOKED_AT = 60;

    private final IndexSearcher searcher;
    private final Query visible;

    Vocabulary(IndexSearcher searcher, Query visible) {
        this.searcher = searcher;
        this.visible = visible;
    }

    /**
     * A word near another.
     *
     * @param text the word
     * @param nearness up to 1
     * @param documents how many documents have it, those included that the asking person may not find
     */
    record Near(String text, float nearness, int documents) {}

    boolean knows(Term term) {
        try {
            if (searcher.getIndexReader().docFreq(term) == 0) {
                return false;
            }
            var both = new BooleanQuery.Builder()
                    .add(new TermQuery(term), Occur.FILTER)
                    .add(visible, Occur.FILTER)
                    .build();
            return hasAny(both);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean hasAny(Query query) throws IOException {
        var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            var scorer = weight.scorer(leaf);
            if (scorer != null) {
                var live = leaf.reader().getLiveDocs();
                var documents = scorer.iterator();
                for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
                    if (live == null || live.get(doc)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Words that differ by one edit, long ones by two, the nearest first. */
    List<Near> near(Term term, int most) {
        int length = term.text().length();
        if (length < SHORTEST_FOR_ONE) {
            return List.of();
        }
        var near = new ArrayList<Near>();
        try {
            var terms = MultiTerms.getTerms(searcher.getIndexReader(), term.field());
            if (terms != null) {
                collect(new FuzzyTermsEnum(terms, term, length >= SHORTEST_FOR_TWO ? 2 : 1, 1, true), near);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return near.stream()
                .sorted(Comparator.comparing(Near::nearness)
                        .reversed()
                        .thenComparing(Comparator.comparing(Near::documents).reversed()))
                .limit(MOST_LOOKED_AT)
                .filter(one -> knows(new Term(term.field(), one.text())))
                .limit(most)
                .toList();
    }

    private static void collect(FuzzyTermsEnum found, List<Near> near) throws IOException {
        var boost = found.attributes().addAttribute(BoostAttribute.class);
        for (var term = found.next(); term != null; term = found.next()) {
            near.add(new Near(term.utf8ToString(), boost.getBoost(), found.docFreq()));
        }
    }
}
