package de.einsnull.sensors.driver.datex;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.einsnull.sensors.api.Position;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Publishers put the same things into different frames; a thing that is not found is a bay that nobody sees. */
class TreeTest {

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }

    @Test
    void thingsAreFoundWhereverTheyStand() throws Exception {
        var root =
                json("{'a': [{'x': {'idG': '1'}}, {'b': {'x': [{'@id': '2'}, {'id': '3'}]}}], 'x': {'n': {'x': 4}}}");

        assertThat(Tree.all(root, "x")).extracting(Tree::id).containsExactly("1", "2", "3", "");
        assertThat(Tree.all(root, "y")).isEmpty();
        assertThat(Tree.items(root.path("none"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {'t': 'a'}                                             | a
                    {'t': {'value': 'a'}}                                  | a
                    {'t': {'values': [{'lang': 'de', 'value': 'a'}]}}      | a
                    {'t': {'values': {'value': {'@lang': 'de', 'value': 'a'}}}} | a
                    {'t': []}                                              | ''
                    {'t': {}}                                              | ''
                    {'t': null}                                            | ''
                    {}                                                     | ''
                    """)
    void textsAreReadInEveryForm(String document, String text) throws Exception {
        assertThat(Tree.text(new ObjectMapper()
                        .configure(JsonParser.Feature.ALLOW_SINGLE_QUOTES, true)
                        .readTree(document.strip())
                        .path("t")))
                .isEqualTo(text.equals("''") ? "" : text);
    }

    @Test
    void numbersAndTimesAreReadOrNothing() throws Exception {
        assertThat(Tree.number(json("'12.5'"))).contains(12.5);
        assertThat(Tree.number(json("7"))).contains(7.0);
        assertThat(Tree.number(json("'many'"))).isEmpty();
        assertThat(Tree.number(json("'NaN'"))).isEmpty();
        assertThat(Tree.time(json("'2026-11-24T12:00:00+01:00'"))).contains(Instant.parse("2026-11-24T11:00:00Z"));
        assertThat(Tree.time(json("'2026-11-24T12:00:00'"))).contains(Instant.parse("2026-11-24T11:00:00Z"));
        assertThat(Tree.time(json("'soon'"))).isEmpty();
    }

    @Test
    void theFirstPlausiblePairIsThePlace() throws Exception {
        assertThat(Tree.position(json("{'a': [{'b': {'latitude': '51.8', 'longitude': '8.1'}}]}")))
                .isEqualTo(Optional.of(new Position(8.1, 51.8)));
        assertThat(Tree.position(json("{'latitude': 151.8, 'longitude': 8.1}"))).isEmpty();
        assertThat(Tree.position(json("{'latitude': 51.8}"))).isEmpty();
        assertThat(Tree.position(json("'text'"))).isEmpty();
    }
}
