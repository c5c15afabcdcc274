package de.einsnull.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who never chose a language gets the one that the browser asks for, not German by all means. */
class LanguageTest {

    @ParameterizedTest
    @CsvSource({
        "'tr,en;q=0.5', TR",
        "'fr, en-GB;q=0.8, ar;q=0.9', AR",
        "'fr, en-GB;q=0.8', EN",
        "'de-simple', DE_SIMPLE",
        "'uk;q=0, en', EN",
        "'fr', DE",
        "'??;q=x', DE"
    })
    void theBestThatThePortalHasIsTaken(String header, Language expected) {
        assertThat(Language.accepted(header)).isEqualTo(expected);
    }

    @Test
    void withoutAHeaderOrWithAnEndlessOneItIsGerman() {
        assertThat(Language.accepted(null)).isEqualTo(Language.DE);
        assertThat(Language.accepted("en,".repeat(1_000))).isEqualTo(Language.DE);
    }
}
