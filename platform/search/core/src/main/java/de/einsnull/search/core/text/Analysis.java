package de.einsnull.search.core.text;

import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;

/** How the texts of all languages become words of the index. Thread-safe. */
public final class Analysis {

    /** Stands before a part of a compound in the field of the words. */
    public static final char PART_MARK = '\u0001';

    private final GermanWords german = new GermanWords();
    private final Map<Tongue, Analyzer> texts = new EnumMap<>(Tongue.class);
    private final Map<Tongue, Analyzer> spellings = new EnumMap<>(Tongue.class);
    private final Map<Tongue, Analyzer> beginnings = new EnumMap<>(Tongue.class);
    private final Map<Tongue, Analyzer> typed = new EnumMap<>(Tongue.class);

    /** Reads the dictionaries. */
    public Analysis() {
        for (var tongue : Tongue.values()) {
            texts.put(tongue, new Chain(tongue, Chain.Kind.STEMS, german));
            spellings.put(tongue, new Chain(tongue, Chain.Kind.SPELLING, german));
            beginnings.put(tongue, new Chain(tongue, Chain.Kind.BEGINNINGS, german));
            typed.put(tongue, new Chain(tongue, Chain.Kind.FOLDED, german));
        }
    }

    /** Stemmed words, and the parts of compounds. */
    public Analyzer text(Tongue tongue) {
        return texts.get(tongue);
    }

    /** Words as they are spelled, in lower case. */
    public Analyzer spelling(Tongue tongue) {
        return spellings.get(tongue);
    }

    /** Words in lower case without accents, to be looked up among beginnings. */
    public Analyzer typed(Tongue tongue) {
        return typed.get(tongue);
    }

    /** Chooses by the field, for the index. */
    public Analyzer byField() {
        return new ByField();
    }

    private final class ByField extends AnalyzerWrapper {

        ByField() {
            super(PER_FIELD_REUSE_STRATEGY);
        }

        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            for (var tongue : Tongue.values()) {
                if (field.equals(tongue.text()) || field.equals(tongue.title())) {
                    return texts.get(tongue);
                }
                if (field.equals(tongue.spelling())) {
                    return spellings.get(tongue);
                }
                if (field.equals(tongue.beginnings())) {
                    return beginnings.get(tongue);
                }
            }
            throw new IllegalArgumentException("Not a field of words: " + field);
        }
    }
}
