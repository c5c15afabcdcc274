package de.einsnull.search.core.query;

import de.einsnull.search.api.MarkedText;
import de.einsnull.search.api.MarkedText.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/** Chooses the part of a text that shows most of the words that were searched for. */
final class Passage {

    private static final int LENGTH = 240;

    /** How far before the first word the passage may begin, to begin where a sentence does. */
    private static final int LEAD = 60;

    private static final String GAP = "… ";

    private Passage() {}

    /**
     * A word in the text.
     *
     * @param range where
     * @param word number of the word among those that were searched for
     */
    record Place(Range range, int word) {}

    /** The best passage with its marks; places are in order. */
    static MarkedText best(String text, List<Place> places) {
        int first = bestStart(places);
        int from =
                places.isEmpty() ? 0 : beginning(text, places.get(first).range().from());
        int to = end(text, Math.min(text.length(), from + LENGTH));
        String head = from > 0 ? GAP : "";
        int shift = head.length() - from;
        var ranges = new ArrayList<Range>();
        for (Place place : places) {
            if (place.range().from() >= from && place.range().to() <= to) {
                ranges.add(new Range(place.range().from() + shift, place.range().to() + shift));
            }
        }
        String passage =
                text.substring(from, to).replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
        return new MarkedText(head + passage + (to < text.length() ? " …" : ""), merged(ranges));
    }

    /** The place from which on most different words stand within a passage; the first of several. */
    private static int bestStart(List<Place> places) {
        int best = 0;
        int bestWords = 0;
        for (int i = 0; i < places.size(); i++) {
            var words = new HashSet<Integer>();
            int limit = places.get(i).range().from() + LENGTH - LEAD;
            for (int j = i; j < places.size() && places.get(j).range().to() <= limit; j++) {
                words.add(places.get(j).word());
            }
            if (words.size() > bestWords) {
                bestWords = words.size();
                best = i;
            }
        }
        return best;
    }

    /** Where a sentence begins shortly before a place, or else a word. */
    private static int beginning(String text, int place) {
        int earliest = Math.max(0, place - LEAD);
        for (int i = place - 1; i > earliest; i--) {
            char c = text.charAt(i - 1);
            if (c == '\n' || (Character.isWhitespace(text.charAt(i)) && (c == '.' || c == '!' || c == '?'))) {
                return c == '\n' ? i : i + 1;
            }
        }
        int at = earliest;
        while (at > 0 && at < place && !Character.isWhitespace(text.charAt(at - 1))) {
            at++;
        }
        return at;
    }

    private static int end(String text, int limit) {
        if (limit == text.length()) {
            return limit;
        }
        int at = limit;
        while (at > limit - LEAD && at > 0 && !Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        return at > limit - LEAD ? at : limit;
    }

    /** In order, without overlap. */
    static List<Range> merged(List<Range> ranges) {
        var merged = new ArrayList<Range>();
        var sorted =
                ranges.stream().sorted(Comparator.comparingInt(Range::from)).toList();
        for (Range range : sorted) {
            int last = merged.size() - 1;
            if (last >= 0 && range.from() <= merged.get(last).to()) {
                merged.set(
                        last,
                        new Range(
                                merged.get(last).from(),
                                Math.max(merged.get(last).to(), range.to())));
            } else {
                merged.add(range);
            }
        }
        return merged;
    }
}
