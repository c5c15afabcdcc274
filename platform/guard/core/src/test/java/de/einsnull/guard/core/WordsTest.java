package de.einsnull.guard.core;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.guard.api.Kind;
import de.einsnull.guard.api.Quarantine;
import de.einsnull.health.api.Sentence;
import de.einsnull.portal.api.BundleTexts;
import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.Sentences;
import de.einsnull.testkit.CatalogueCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Why a module was stopped is read by people who may know neither German nor English. */
class WordsTest {

    private final Sentences sentences =
            new Sentences(owner -> Optional.of(new BundleTexts(file -> Words.class.getResource("/" + file))));

    private static Quarantine quarantine(Kind kind, boolean stopped) {
        return Words.describe(
                new Quarantine(
                        7,
                        "de.example",
                        "1.2.3",
                        Instant.EPOCH,
                        kind,
                        4,
                        "page /x",
                        "java.lang.Error: {0}",
                        stopped,
                        "",
                        "",
                        Sentence.NONE),
                Duration.ofMinutes(10));
    }

    @Test
    void everyLanguageHasEveryText() {
        var texts = CatalogueCheck.ofThisModule();
        texts.isComplete();
        texts.hasWhatCodeUses("check.");
        texts.has(Arrays.stream(Kind.values())
                .map(kind -> "quarantine.kind." + kind)
                .toList());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyLanguageSaysItWithNameAndLastCall(Kind kind) {
        var said = new HashSet<String>();
        for (Language language : Language.values()) {
            String text =
                    sentences.in(language, quarantine(kind, true).sentence()).orElseThrow();
            assertThat(text).contains("de.example", "1.2.3", "page /x", "java.lang.Error: {0}");
            said.add(text);
        }
        assertThat(said).as("each language says it in its own words").hasSize(Language.values().length);
    }

    /** Who only starts it again would wonder why the processor stays busy. */
    @Test
    void aModuleThatDoesNotEndIsToldApart() {
        Sentence ends = quarantine(Kind.LOOPED, true).sentence();
        Sentence goesOn = Words.cannotStop(quarantine(Kind.LOOPED, true), Duration.ofMinutes(10))
                .sentence();
        for (Language language : Language.values()) {
            assertThat(sentences.in(language, goesOn)).isNotEqualTo(sentences.in(language, ends));
        }
    }
}
