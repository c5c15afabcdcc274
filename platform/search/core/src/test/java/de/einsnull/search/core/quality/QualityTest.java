package de.einsnull.search.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.search.core.OwnAnswers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How well the right documents are found, beside Lucene as it comes. Needs the collections, which are not ours to ship:
 * {@code -Deinsnull.search.data=FOLDER}. Prints a table.
 */
@EnabledIfSystemProperty(named = "einsnull.search.data", matches = ".+")
class QualityTest {

    private static final Path DATA = Path.of(System.getProperty("einsnull.search.data", "."));

    @TempDir
    Path folder;

    /** Who searches an office's help pages finds the page among the first, also with a typo. */
    @Test
    void helpPages() throws Exception {
        var ours = measure("lohelp-de");

        assertThat(ours.clean()).isGreaterThan(0.63);
        assertThat(ours.typo()).isGreaterThan(0.58);
    }

    /** Who asks a whole question finds the paragraph that answers it. */
    @Test
    void questions() throws Exception {
        assertThat(measure("xquad-r-de").clean()).isGreaterThan(0.945);
    }

    private record Score(double clean, double typo) {}

    private Score measure(String name) throws Exception {
        var collection = Collection.read(DATA.resolve(name));
        var lines = new ArrayList<String>(List.of("| " + name + ", nDCG@10 | as typed | one typo |", "|---|---|---|"));
        score("StandardAnalyzer", new PlainLucene(collection, new StandardAnalyzer()), collection, lines);
        score("GermanAnalyzer", new PlainLucene(collection, new GermanAnalyzer()), collection, lines);
        try (var own = new OwnAnswers(folder)) {
            collection.documents().forEach(one -> own.add(one.id(), one.title(), one.body()));
            own.read();
            var score = score("this search", own::ask, collection, lines);
            System.out.println(String.join("\n", lines));
            return score;
        }
    }

    private static Score score(String name, Answering answering, Collection collection, List<String> lines)
            throws Exception {
        var score = new Score(answering.ndcg(collection), answering.ndcg(collection.withTypos()));
        lines.add(String.format(Locale.ROOT, "| %s | %.3f | %.3f |", name, score.clean(), score.typo()));
        return score;
    }
}
