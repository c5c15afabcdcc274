package de.einsnull.sensors.sensorthings.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import de.einsnull.sensors.sensorthings.model.EntityType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever sends nonsense must get a place and an expectation, and must not stop the server. */
class RandomQueriesTest {

    private static final int ROUNDS = 4_000;
    private static final QueryParser PARSER = new QueryParser(Limits.usual());

    @Test
    @Timeout(60)
    void nonsenseIsReadOrRefusedWithAPlace() {
        var grammar = new Grammar(20161101);
        int read = 0;
        for (int i = 0; i < ROUNDS; i++) {
            var filter = i % 3 == 0 ? grammar.noise(60) : grammar.damaged(grammar.condition(3));
            read += tried("$filter=" + encoded(filter), filter) ? 1 : 0;
            tried("$orderby=" + encoded(filter), filter);
            tried("$expand=Datastream(" + encoded("$filter=" + filter) + ")", filter);
            tried(grammar.noise(40), filter);
            path(grammar.damaged("Things(1)/properties/a[1]/$value"));
        }
        assertThat(read).as("damaged filters that still are filters").isBetween(ROUNDS / 100, ROUNDS / 2);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static boolean tried(String query, String shown) {
        try {
            PARSER.query(EntityType.OBSERVATION, query);
            return true;
        } catch (QueryException e) {
            assertThat(e.position()).as(shown).isBetween(0, query.length());
            assertThat(e.english()).isNotBlank();
            return false;
        } catch (RuntimeException | StackOverflowError e) {
            return fail(query, e);
        }
    }

    private static void path(String path) {
        try {
            assertThat(PARSER.path(path)).isNotNull();
        } catch (QueryException e) {
            assertThat(e.position()).isBetween(0, path.length());
        }
    }

    /** Filters that are written out again mean the same. */
    @Test
    void whatIsInTheLanguageIsReadAndWrittenTheSame() {
        var grammar = new Grammar(7);
        for (int i = 0; i < 3_000; i++) {
            var filter = grammar.condition(4);
            var once = new ExpressionText().of(PARSER.filter(EntityType.OBSERVATION, filter));
            var twice = new ExpressionText().of(PARSER.filter(EntityType.OBSERVATION, once));
            assertThat(twice).as(filter).isEqualTo(once);
        }
    }

    @Test
    void theLargestFilterTakesNoTime() {
        var started = System.nanoTime();
        for (var part :
                new String[] {"(", "not ", "-", "Datastreams/", "'", "[", "a/", "geography'POINT(", "1", "0.", "-1e"}) {
            tried("$filter=" + encoded(part.repeat(7_999 / part.length())), part);
            tried("$expand=" + encoded(part.repeat(7_999 / part.length())), part);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
    }
}
