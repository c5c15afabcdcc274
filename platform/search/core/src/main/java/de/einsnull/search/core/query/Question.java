package de.einsnull.search.core.query;

import de.einsnull.search.api.SearchQuery;
import de.einsnull.search.core.index.Fields;
import de.einsnull.search.core.text.Reading;
import de.einsnull.search.core.text.Tongue;
import de.einsnull.search.core.text.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Turns what was typed into a query of the index. For one query on one thread. */
final class Question {

    private static final Set<String> TITLE = Set.of("title", "titel");
    private static final Set<String> TYPE = Set.of("type", "typ");

    private final List<Tongue> tongues;
    private final Reading reading;
    private final Marks marks = new Marks();
    private final BiFunction<Tongue, Marks, Sentence> sentences;
    private final List<Clause> clauses;

    Question(SearchQuery query, Reading reading, BiFunction<Tongue, Marks, Sentence> sentences) {
        this(Tongue.of(query.languages()), reading, sentences, Typed.read(query.text()));
    }

    private Question(
            List<Tongue> tongues,
            Reading reading,
            BiFunction<Tongue, Marks, Sentence> sentences,
            List<Clause> clauses) {
        this.tongues = tongues;
        this.reading = reading;
        this.sentences = sentences;
        this.clauses = clauses;
    }

    /** The same with phrases and fields as plain words, for when they find nothing; empty if there are none. */
    Optional<Question> loosened() {
        var words = clauses.stream().map(Clause::loosened).toList();
        return words.equals(clauses) ? Optional.empty() : Optional.of(new Question(tongues, reading, sentences, words));
    }

    Marks marks() {
        return marks;
    }

    /** Whether there is nothing to search for, so that everything is found. */
    boolean isEmpty() {
        return clauses.stream().allMatch(Clause::excluded);
    }

    /** The query without who may find what. */
    Query query() {
        var query = new BooleanQuery.Builder();
        if (isEmpty()) {
            query.add(new MatchAllDocsQuery(), Occur.MUST);
        }
        String words = words();
        if (!words.isBlank()) {
            query.add(anyTongue(words, Sentence::any), Occur.MUST);
        }
        for (Clause clause : clauses) {
            if (clause.excluded()) {
                query.add(strict(clause), Occur.MUST_NOT);
            } else if (clause.kind() != Clause.Kind.WORDS) {
                query.add(strict(clause), Occur.MUST);
            }
        }
        return query.build();
    }

    /** What was typed as plain words. */
    String words() {
        return clauses.stream()
                .filter(clause -> clause.kind() == Clause.Kind.WORDS && !clause.excluded())
                .map(Clause::text)
                .collect(Collectors.joining(" "));
    }

    private Query strict(Clause clause) {
        Query asText = anyTongue(clause.text(), Sentence::phrase);
        if (clause.kind() != Clause.Kind.FIELD) {
            return asText;
        }
        if (TITLE.contains(clause.field())) {
            return anyTongue(clause.text(), Sentence::inTitle);
        }
        String value = clause.text().toLowerCase(Locale.ROOT);
        if (TYPE.contains(clause.field())) {
            return new TermQuery(new Term(Fields.TYPE, value));
        }
        Query asFacet = new TermQuery(new Term(Fields.FACET_TYPED, clause.field() + Fields.SEPARATOR + value));
        Query asWords = anyTongue(clause.field() + " " + clause.text(), Sentence::phrase);
        return new DisjunctionMaxQuery(List.of(asFacet, asWords), 0);
    }

    private Query anyTongue(String text, BiFunction<Sentence, List<Word>, Query> how) {
        var ways = new ArrayList<Query>();
        for (Tongue tongue : tongues) {
            var words = reading.words(tongue, text);
            if (!words.isEmpty()) {
                ways.add(how.apply(sentences.apply(tongue, marks), words));
            }
        }
        return new DisjunctionMaxQuery(ways, 0);
    }
}
