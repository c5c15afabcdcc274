package de.einsnull.search.core.query;

import de.einsnull.search.api.SearchResult.Count;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** Counts the values of a field in all documents that match. */
final class Counts implements CollectorManager<Counts.Counting, Map<String, Long>> {

    private final String field;

    Counts(String field) {
        this.field = field;
    }

    /** The most frequent values first. */
    static List<Count> ordered(Map<String, Long> counts, int most) {
        return counts.entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Count::count).reversed().thenComparing(Count::value))
                .limit(most)
                .toList();
    }

    @Override
    public Counting newCollector() {
        return new Counting(field);
    }

    @Override
    public Map<String, Long> reduce(Collection<Counting> collectors) throws IOException {
        var all = new HashMap<String, Long>();
        for (var one : collectors) {
            one.finish();
            one.totals.forEach((value, count) -> all.merge(value, count, Long::sum));
        }
        return all;
    }

    /** Counts by number within a segment, and by name when the segment is done. */
    static final class Counting implements Collector {

        private final String field;
        private final Map<String, Long> totals = new HashMap<>();
        private SortedSetDocValues values;
        private int[] counts;

        private Counting(String field) {
            this.field = field;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
            finish();
            values = DocValues.getSortedSet(leaf.reader(), field);
            counts = new int[(int) values.getValueCount()];
            return new LeafCollector() {
                @Override
                public void setScorer(Scorable scorer) {
                    // every document counts the same
                }

                @Override
                public void collect(int doc) throws IOException {
                    if (values.advanceExact(doc)) {
                        for (int i = values.docValueCount(); i > 0; i--) {
                            counts[(int) values.nextOrd()]++;
                        }
                    }
                }
            };
        }

        private void finish() throws IOException {
            if (counts == null) {
                return;
            }
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0) {
                    totals.merge(values.lookupOrd(i).utf8ToString(), (long) counts[i], Long::sum);
                }
            }
            counts = null;
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
