package de.einsnull.search.core.text;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes the most frequent endings off Ukrainian nouns and adjectives, the longest that leaves three letters: податку and
 * податок meet in "подат", паркування and паркувань in "паркуван".
 */
final class UkrainianStemFilter extends TokenFilter {

    private static final int SHORTEST_STEM = 3;

    private static final List<String> ENDINGS = Stream.of(
                    "ого", "ому", "ими", "іми", "ями", "ами", "ові", "еві", "єві", "ість", "ості", "істю", "ення",
                    "ань", "ання", "ої", "ій", "ий", "их", "іх", "им", "ім", "ою", "ею", "єю", "ів", "їв", "ям", "ам",
                    "ях", "ах", "ом", "ем", "ок", "ку", "ка", "ки", "ці", "ня", "ню", "а", "я", "и", "і", "ї", "у", "ю",
                    "о", "е", "є", "ь", "й")
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    UkrainianStemFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        String word = term.toString().replace("ґ", "г").replace("'", "").replace("’", "");
        term.setEmpty().append(stem(word));
        return true;
    }

    private static String stem(String word) {
        for (String ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
