package de.einsnull.security.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.testkit.FakeRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsTest {

    /** Else a page that is called like an API by accident would answer JSON, or accept passwords in headers. */
    @ParameterizedTest
    @CsvSource({
        "/api, true",
        "/api/sensors, true",
        "/sensorthings/v1.1/Things, true",
        "/metrics, true",
        "/health/ready, true",
        "/live, true",
        "/apis, false",
        "/de/api, false",
        "/, false",
        "'', false",
        "/lively, false",
    })
    void tellsProgramsFromPeople(String path, boolean programs) {
        assertThat(Paths.forPrograms(FakeRequest.get(path))).isEqualTo(programs);
    }

    /** Else a person would be asked to log in in a language they do not read. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "/uk/karte, en, uk",
                "/de-simple/, en, de-simple",
                "/en, de, en",
                "/karte, tr-TR, tr",
                "/karte, 'fr;q=0.9,ar;q=0.8', ar",
                "/karte, fr, de",
                "/karte, -, de",
                "/, -, de",
                "'', -, de",
                "/english/, -, de",
            })
    void findsTheLanguage(String path, String accepted, String language) {
        var request = FakeRequest.get(path);
        assertThat(Paths.language(accepted == null ? request : request.header("Accept-Language", accepted)))
                .isEqualTo(language);
    }
}
