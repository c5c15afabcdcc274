package de.einsnull.search.core.query;

import de.einsnull.search.core.text.Analysis;
import de.einsnull.search.core.text.Tongue;
import de.einsnull.search.core.text.Word;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;

/**
 * Makes queries of the words of one language. How much each way of matching counts was measured, see
 * docs/modules/search.md: a word as it is 1, as a part of a compound or with its own parts {@value #PART_WEIGHT}, a word
 * that is spelled nearly so {@value #NEAR_WEIGHT}, another word for it {@value #OTHER_WEIGHT}; two words that stand close
 * together add {@value #CLOSE_WEIGHT}.
 */
final class Sentence {

    private static final float PART_WEIGHT = 0.8f;
    private static final float NEAR_WEIGHT = 0.7f;
    private static final float OTHER_WEIGHT = 0.8f;
    private static final float CLOSE_WEIGHT = 0.3f;
    private static final int CLOSE = 8;
    private static final float TIE = 0.5f;
    private static final int MOST_NEAR = 20;

    private final Tongue tongue;
    private final Synonyms synonyms;
    private final Vocabulary vocabulary;
    private final Marks marks;

    Sentence(Tongue tongue, Synonyms synonyms, Vocabulary vocabulary, Marks marks) {
        this.tongue = tongue;
        this.synonyms = synonyms;
        this.vocabulary = vocabulary;
        this.marks = marks;
    }

    /** Whether the asking person may find anything with a word or its parts. */
    boolean knows(Word word) {
        return vocabulary.knows(term(word.stem()))
                || vocabulary.knows(term(Analysis.PART_MARK + word.stem()))
                || word.parts().stream()
                        .anyMatch(part -> vocabulary.knows(term(part)) || vocabulary.knows(term(part.substring(1))));
    }

    /** Any of the words, the more the better. */
    Query any(List<Word> words) {
        var content = content(words);
        var query = new BooleanQuery.Builder();
        int at = 0;
        while (at < content.size()) {
            var group = synonyms.at(tongue, content, at);
            query.add(group(content.subList(at, at + group.length()), group), Occur.SHOULD);
            at += group.length();
        }
        for (int i = 1; i < content.size(); i++) {
            var close = new PhraseQuery(
                    CLOSE,
                    tongue.text(),
                    content.get(i - 1).stem(),
                    content.get(i).stem());
            query.add(new BoostQuery(close, CLOSE_WEIGHT), Occur.SHOULD);
        }
        return query.build();
    }

    /** Frequent words say nothing, unless there are no others. */
    static List<Word> content(List<Word> words) {
        var content = words.stream().filter(word -> !word.stop()).toList();
        return content.isEmpty() ? words : content;
    }

    private Query group(List<Word> words, Synonyms.Group group) {
        Query typed = words.size() == 1 ? word(words.get(0)) : all(words);
        if (group.others().isEmpty()) {
            return typed;
        }
        var ways = new ArrayList<Query>(List.of(typed));
        group.others().forEach(other -> ways.add(new BoostQuery(all(other), OTHER_WEIGHT)));
        return new DisjunctionMaxQuery(ways, 0);
    }

    private Query all(List<Word> words) {
        var query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(word(word), Occur.MUST));
        return query.build();
    }

    private Query word(Word word) {
        Query whole = wordOrPart(word.stem());
        if (!knows(word)) {
            return near(word, whole);
        }
        if (word.parts().isEmpty()) {
            return whole;
        }
        var parts = new BooleanQuery.Builder();
        word.parts().forEach(part -> parts.add(wordOrPart(part.substring(1)), Occur.SHOULD));
        return new DisjunctionMaxQuery(List.of(whole, new BoostQuery(parts.build(), PART_WEIGHT)), TIE);
    }

    private Query wordOrPart(String stem) {
        String part = Analysis.PART_MARK + stem;
        marks.add(tongue, stem);
        marks.add(tongue, part);
        return new SynonymQuery.Builder(tongue.text())
                .addTerm(term(stem))
                .addTerm(term(part), PART_WEIGHT)
                .build();
    }

    private Query near(Word word, Query whole) {
        var near = vocabulary.near(term(word.stem()), MOST_NEAR);
        if (near.isEmpty()) {
            return whole;
        }
        var query = new SynonymQuery.Builder(tongue.text());
        near.forEach(one -> {
            marks.add(tongue, one.text());
            query.addTerm(term(one.text()), Math.max(0.01f, Math.min(1, one.nearness())));
        });
        return new BoostQuery(query.build(), NEAR_WEIGHT);
    }

    /** The words one after the other. */
    Query phrase(List<Word> words) {
        words.forEach(word -> marks.add(tongue, word.stem()));
        return new PhraseQuery(tongue.text(), words.stream().map(Word::stem).toArray(String[]::new));
    }

    /** All of the words in the title. */
    Query inTitle(List<Word> words) {
        var query = new BooleanQuery.Builder();
        for (Word word : words) {
            marks.add(tongue, word.stem());
            marks.add(tongue, Analysis.PART_MARK + word.stem());
            query.add(
                    new SynonymQuery.Builder(tongue.title())
                            .addTerm(new Term(tongue.title(), word.stem()))
                            .addTerm(new Term(tongue.title(), Analysis.PART_MARK + word.stem()), PART_WEIGHT)
                            .build(),
                    Occur.MUST);
        }
        return query.build();
    }

    private Term term(String text) {
        return new Term(tongue.text(), text);
    }
}
