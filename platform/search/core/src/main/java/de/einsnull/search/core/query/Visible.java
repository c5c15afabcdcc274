package de.einsnull.search.core.query;

import de.einsnull.search.api.SearchQuery;
import de.einsnull.search.core.index.Fields;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** What the asking person may find at all. Stands in every query, so that nothing else is even counted. */
final class Visible {

    private Visible() {}

    /**
     * The documents that a person may find, in the best of the wanted languages.
     *
     * @param types types whose sources are there
     */
    static Query to(SearchQuery query, Set<String> types, Instant now) {
        long at = now.toEpochMilli();
        return new BooleanQuery.Builder()
                .add(oneOf(Fields.READER, query.readers()), Occur.FILTER)
                .add(oneOf(Fields.TYPE, types), Occur.FILTER)
                .add(LongPoint.newRangeQuery(Fields.VALID_FROM, Long.MIN_VALUE, at), Occur.FILTER)
                .add(LongPoint.newRangeQuery(Fields.VALID_UNTIL, at + 1, Long.MAX_VALUE), Occur.FILTER)
                .add(inBestOf(query.languages()), Occur.FILTER)
                .build();
    }

    static Query oneOf(String field, Collection<String> values) {
        return values.isEmpty()
                ? new MatchNoDocsQuery("none of nothing")
                : new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    /** In a language, unless the thing is there in a better one. */
    private static Query inBestOf(List<String> languages) {
        if (languages.isEmpty()) {
            return new org.apache.lucene.search.MatchAllDocsQuery();
        }
        var any = new BooleanQuery.Builder();
        for (int i = 0; i < languages.size(); i++) {
            var one = new BooleanQuery.Builder()
                    .add(new TermQuery(new Term(Fields.LANGUAGE, languages.get(i))), Occur.FILTER);
            if (i > 0) {
                one.add(oneOf(Fields.OTHERS, languages.subList(0, i)), Occur.MUST_NOT);
            }
            any.add(one.build(), Occur.SHOULD);
        }
        return any.build();
    }
}
