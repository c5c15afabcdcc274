package de.einsnull.portal.shell.text;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "2 хвилин" or "1 Minuten" would show that nobody speaks the reader's language. Expected values: CLDR's samples. */
class PluralsTest {

    @ParameterizedTest
    @CsvSource({
        "DE, 0, other",
        "DE, 1, one",
        "DE, 2, other",
        "DE_SIMPLE, 1, one",
        "EN, 1, one",
        "EN, 11, other",
        "TR, 1, one",
        "TR, 5, other",
        "UK, 0, many",
        "UK, 1, one",
        "UK, 2, few",
        "UK, 4, few",
        "UK, 5, many",
        "UK, 11, many",
        "UK, 12, many",
        "UK, 14, many",
        "UK, 21, one",
        "UK, 22, few",
        "UK, 25, many",
        "UK, 111, many",
        "UK, 121, one",
        "AR, 0, zero",
        "AR, 1, one",
        "AR, 2, two",
        "AR, 3, few",
        "AR, 10, few",
        "AR, 11, many",
        "AR, 26, many",
        "AR, 99, many",
        "AR, 100, other",
        "AR, 102, other",
        "AR, 103, few",
        "AR, 111, many"
    })
    void choosesTheFormOfTheNumber(Language language, long number, String category) {
        assertThat(Plurals.category(language, number)).isEqualTo(category);
    }
}
