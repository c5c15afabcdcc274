package de.einsnull.search.core.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/** Reads what people typed. Thread-safe. */
public final class Reading {

    private static final List<String> UKRAINIAN_STOPS = List.of(
            "і", "й", "та", "або", "але", "а", "в", "у", "на", "з", "із", "до", "від", "для", "про", "за", "що", "як",
            "де", "коли", "це", "не", "чи", "по", "при", "мій", "я", "ми", "ви", "він", "вона", "вони", "який", "яка",
            "які");

    private final Analysis analysis;
    private final Map<Tongue, CharArraySet> stops = new EnumMap<>(Tongue.class);

    /** Reads as documents were read. */
    public Reading(Analysis analysis) {
        this.analysis = analysis;
        stops.put(Tongue.DE, GermanAnalyzer.getDefaultStopSet());
        stops.put(Tongue.EN, EnglishAnalyzer.getDefaultStopSet());
        stops.put(Tongue.TR, TurkishAnalyzer.getDefaultStopSet());
        stops.put(Tongue.AR, ArabicAnalyzer.getDefaultStopSet());
        stops.put(Tongue.UK, new CharArraySet(UKRAINIAN_STOPS, true));
        stops.put(Tongue.OTHER, CharArraySet.EMPTY_SET);
    }

    /** The words of a text. */
    public List<Word> words(Tongue tongue, String text) {
        var words = new ArrayList<Word>();
        for (String spelling : tokens(analysis.spelling(tongue), text)) {
            var stems = tokens(analysis.text(tongue), spelling);
            if (!stems.isEmpty()) {
                var parts = stems.stream()
                        .skip(1)
                        .filter(Reading::isPart)
                        .distinct()
                        .toList();
                words.add(new Word(
                        spelling, stems.get(0), parts, stops.get(tongue).contains(spelling)));
            }
        }
        return words;
    }

    private static boolean isPart(String stem) {
        return stem.charAt(0) == Analysis.PART_MARK;
    }

    /** The beginnings of words that were typed. */
    public List<String> typed(Tongue tongue, String text) {
        return tokens(analysis.typed(tongue), text);
    }

    private static List<String> tokens(Analyzer analyzer, String text) {
        var tokens = new ArrayList<String>();
        each(analyzer, text, (token, place) -> tokens.add(token));
        return tokens;
    }

    /**
     * Goes through the stems and parts of a text.
     *
     * @param each gets each and where it stands
     */
    public void stems(Tongue tongue, String text, BiConsumer<String, OffsetAttribute> each) {
        each(analysis.text(tongue), text, each);
    }

    /**
     * Goes through the words of a text as they are looked up among beginnings.
     *
     * @param each gets each and where it stands
     */
    public void folded(Tongue tongue, String text, BiConsumer<String, OffsetAttribute> each) {
        each(analysis.typed(tongue), text, each);
    }

    private static void each(Analyzer analyzer, String text, BiConsumer<String, OffsetAttribute> each) {
        try (var stream = analyzer.tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                each.accept(term.toString(), offset);
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot be read", e);
        }
    }
}
