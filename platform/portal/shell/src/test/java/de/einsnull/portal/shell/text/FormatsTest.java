package de.einsnull.portal.shell.text;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FormatsTest {

    private static final Instant MONDAY_EVENING = Instant.parse("2026-11-23T17:05:00Z");

    private final Formats formats = new Formats(ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"DE|1.234,5", "DE_SIMPLE|1.234,5", "EN|1,234.5", "UK|1\u00a0234,5", "TR|1.234,5", "AR|1,234.5"})
    void writesNumbersAsTheLanguageDoes(Language language, String expected) {
        assertThat(formats.number(language, 1234.5)).isEqualTo(expected);
    }

    @Test
    void keepsDecimalsWhereColumnsMustLineUp() {
        assertThat(formats.number(Language.DE, 7, 1)).isEqualTo("7,0");
        assertThat(formats.number(Language.DE, 7.25, 1)).isEqualTo("7,2");
    }

    /** A sensor's NaN is no number to show. */
    @Test
    void showsADashForWhatIsNoNumber() {
        assertThat(formats.number(Language.DE, Double.NaN)).isEqualTo("–");
        assertThat(formats.number(Language.DE, Double.POSITIVE_INFINITY)).isEqualTo("–");
    }

    @Test
    void tellsTheCitysTime() {
        assertThat(formats.time(Language.DE, MONDAY_EVENING)).isEqualTo("18:05 Uhr");
        assertThat(formats.date(Language.DE, MONDAY_EVENING)).isEqualTo("23. November 2026");
        assertThat(formats.day(Language.DE, MONDAY_EVENING)).isEqualTo("Montag, 23. November");
        assertThat(formats.date(Language.EN, MONDAY_EVENING)).isEqualTo("23 November 2026");
        assertThat(formats.date(Language.UK, MONDAY_EVENING)).isEqualTo("23 листопада 2026 р.");
        assertThat(formats.date(Language.TR, MONDAY_EVENING)).isEqualTo("23 Kasım 2026");
    }

    /** Digits as on clocks and signs in Germany. */
    @Test
    void writesArabicDatesWithTheseDigits() {
        assertThat(formats.date(Language.AR, MONDAY_EVENING)).startsWith("23 ").endsWith(" 2026");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void takesDatesWithoutATime(Language language) {
        assertThat(formats.date(language, LocalDate.of(2026, 3, 1))).contains("2026");
    }

    @Test
    void knowsTheDayInTheCity() {
        assertThat(formats.localDate(Instant.parse("2026-11-23T23:30:00Z"))).isEqualTo(LocalDate.of(2026, 11, 24));
    }
}
