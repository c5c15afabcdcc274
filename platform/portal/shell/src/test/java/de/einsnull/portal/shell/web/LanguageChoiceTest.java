package de.einsnull.portal.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageChoiceTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null, DE",
                "'', DE",
                "'de-DE,de;q=0.9', DE",
                "'uk-UA,uk;q=0.9,en;q=0.8', UK",
                "'ar', AR",
                "'fr-FR,fr;q=0.9,tr;q=0.5', TR",
                "'en;q=0.2,tr;q=0.7', TR",
                "'de-simple,de;q=0.5', DE_SIMPLE",
                "'EN-gb', EN",
                "'fr,es', DE",
                "';;;q=x', DE",
                "'en;q=0,tr', TR"
            })
    void followsTheBrowser(String header, Language expected) {
        assertThat(LanguageChoice.choose(Preferences.NONE, header)).isEqualTo(expected);
    }

    @Test
    void prefersWhatWasChosenByHand() {
        assertThat(LanguageChoice.choose(Preferences.NONE.withLanguage(Language.AR), "tr"))
                .isEqualTo(Language.AR);
    }

    @Test
    void doesNotReadEndlessHeaders() {
        assertThat(LanguageChoice.choose(Preferences.NONE, "tr," + "en-US,".repeat(10_000)))
                .isEqualTo(Language.DE);
    }
}
