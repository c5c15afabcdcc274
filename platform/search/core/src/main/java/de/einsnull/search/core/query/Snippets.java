package de.einsnull.search.core.query;

import de.einsnull.search.api.MarkedText;
import de.einsnull.search.api.MarkedText.Range;
import de.einsnull.search.core.text.Reading;
import de.einsnull.search.core.text.Tongue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/** Finds where in a hit the words stand: in its title by reading it again, in its text by what the index knows. */
final class Snippets {

    private static final int MOST_OF_A_WORD = 100;

    private final IndexSearcher searcher;
    private final Reading reading;
    private final Marks marks;

    Snippets(IndexSearcher searcher, Reading reading, Marks marks) {
        this.searcher = searcher;
        this.reading = reading;
        this.marks = marks;
    }

    MarkedText title(Tongue tongue, String title) {
        var stems = marks.of(tongue);
        var ranges = new ArrayList<Range>();
        if (!stems.isEmpty()) {
            reading.stems(tongue, title, (stem, place) -> {
                if (stems.contains(stem)) {
                    ranges.add(new Range(place.startOffset(), place.endOffset()));
                }
            });
        }
        return new MarkedText(title, Passage.merged(ranges));
    }

    MarkedText text(Tongue tongue, int doc, String body) throws IOException {
        var places = new ArrayList<Passage.Place>();
        var leaves = searcher.getIndexReader().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        int number = 0;
        for (String stem : marks.of(tongue)) {
            places(leaf, tongue.text(), stem, number, doc - leaf.docBase, body.length(), places);
            number++;
        }
        places.sort(Comparator.comparingInt(place -> place.range().from()));
        return Passage.best(body, places);
    }

    private static void places(
            LeafReaderContext leaf,
            String field,
            String stem,
            int number,
            int doc,
            int length,
            List<Passage.Place> into)
            throws IOException {
        var terms = leaf.reader().terms(field);
        if (terms == null) {
            return;
        }
        var all = terms.iterator();
        if (!all.seekExact(new BytesRef(stem))) {
            return;
        }
        var postings = all.postings(null, PostingsEnum.OFFSETS);
        if (postings.advance(doc) != doc) {
            return;
        }
        int most = Math.min(MOST_OF_A_WORD, postings.freq());
        for (int i = 0; i < most; i++) {
            postings.nextPosition();
            if (postings.endOffset() > length) {
                return;
            }
            into.add(new Passage.Place(new Range(postings.startOffset(), postings.endOffset()), number));
        }
    }
}
