package de.einsnull.search.core.text;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tr.ApostropheFilter;
import org.apache.lucene.analysis.tr.TurkishLowerCaseFilter;
import org.tartarus.snowball.ext.TurkishStemmer;

/** Cuts a text of one language into words for one purpose. */
final class Chain extends Analyzer {

    /** What the words are for. */
    enum Kind {
        STEMS,
        SPELLING,
        FOLDED,
        BEGINNINGS
    }

    private static final int LONGEST_WORD = 100;
    private static final int LONGEST_BEGINNING = 20;

    /** No phrase reaches from one value of a field into the next. */
    private static final int GAP = 100;

    private final Tongue tongue;
    private final Kind kind;
    private final GermanWords german;

    Chain(Tongue tongue, Kind kind, GermanWords german) {
        this.tongue = tongue;
        this.kind = kind;
        this.german = german;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var tokenizer = new StandardTokenizer();
        tokenizer.setMaxTokenLength(LONGEST_WORD);
        TokenStream words = lowerCase(tokenizer);
        words = switch (kind) {
            case SPELLING -> words;
            case STEMS -> stems(words);
            case FOLDED -> folded(words);
            case BEGINNINGS -> new EdgeNGramTokenFilter(folded(withParts(words)), 1, LONGEST_BEGINNING, true);
        };
        return new TokenStreamComponents(tokenizer, words);
    }

    private TokenStream lowerCase(TokenStream words) {
        return tongue == Tongue.TR
                ? new TurkishLowerCaseFilter(new ApostropheFilter(words))
                : new LowerCaseFilter(new DecimalDigitFilter(words));
    }

    private TokenStream withParts(TokenStream words) {
        return tongue == Tongue.DE ? new PartsFilter(words, german) : words;
    }

    private TokenStream stems(TokenStream words) {
        return switch (tongue) {
            case DE -> new MarkPartsFilter(
                    new GermanLightStemFilter(new GermanNormalizationFilter(new PartsFilter(words, german))));
            case EN -> new PorterStemFilter(new EnglishPossessiveFilter(words));
            case TR -> new SnowballFilter(words, new TurkishStemmer());
            case AR -> new ArabicStemFilter(new ArabicNormalizationFilter(words));
            case UK -> new UkrainianStemFilter(words);
            case OTHER -> new ASCIIFoldingFilter(words);
        };
    }

    private TokenStream folded(TokenStream words) {
        return switch (tongue) {
            case DE -> new ASCIIFoldingFilter(new GermanNormalizationFilter(words));
            case AR -> new ArabicNormalizationFilter(words);
            case UK -> words;
            default -> new ASCIIFoldingFilter(words);
        };
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return GAP;
    }
}
