package de.einsnull.search.core.query;

import de.einsnull.search.core.text.Reading;
import de.einsnull.search.core.text.Tongue;
import de.einsnull.search.core.text.Word;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.index.Term;

/** Proposes the spelling of words that are there for words that are not. */
final class Corrections {

    private final List<Tongue> tongues;
    private final Reading reading;
    private final Vocabulary vocabulary;

    Corrections(List<Tongue> tongues, Reading reading, Vocabulary vocabulary) {
        this.tongues = tongues;
        this.reading = reading;
        this.vocabulary = vocabulary;
    }

    /**
     * The text with words that are known.
     *
     * @param text what was typed
     * @param plain its plain words
     * @return empty if all are known in some language or nothing is near
     */
    Optional<String> of(String text, String plain) {
        String corrected = text;
        for (Word word : reading.words(tongues.get(0), plain)) {
            if (!isKnown(word)) {
                corrected = near(word.spelling())
                        .map(better -> replaced(word.spelling(), better))
                        .orElse(from -> from)
                        .apply(corrected);
            }
        }
        return corrected.equals(text) ? Optional.empty() : Optional.of(corrected);
    }

    private boolean isKnown(Word word) {
        return tongues.stream().anyMatch(tongue -> reading.words(tongue, word.spelling()).stream()
                .anyMatch(read -> new Sentence(tongue, Synonyms.NONE, vocabulary, new Marks()).knows(read)));
    }

    private Optional<String> near(String spelling) {
        return tongues.stream()
                .flatMap(tongue -> vocabulary.near(new Term(tongue.spelling(), spelling), 1).stream())
                .max(java.util.Comparator.comparing(Vocabulary.Near::nearness))
                .map(Vocabulary.Near::text);
    }

    /** Keeps a capital at the beginning. */
    private static java.util.function.UnaryOperator<String> replaced(String from, String to) {
        return text -> {
            int at = text.toLowerCase(Locale.ROOT).indexOf(from);
            if (at < 0) {
                return text;
            }
            boolean capital = Character.isUpperCase(text.charAt(at));
            String word = capital ? to.substring(0, 1).toUpperCase(Locale.ROOT) + to.substring(1) : to;
            return text.substring(0, at) + word + text.substring(at + from.length());
        };
    }
}
