package de.einsnull.web.cxf.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In which language, and in which shape, a client reads of an error. */
class ProblemWriterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | en",
                "en-US,en;q=0.9,de;q=0.8 | en",
                "de-AT | de",
                "tr, ar;q=0.9 | de",
                "uk, en;q=0.5 | en",
                "'' | de",
                "not a header;;; | de"
            })
    void choosesTheLanguage(String header, String language) {
        assertThat(ProblemWriter.language(header)).isEqualTo(language);
    }

    @Test
    void isGermanWithoutOrWithAHugeHeader() {
        assertThat(ProblemWriter.language(null)).isEqualTo("de");
        assertThat(ProblemWriter.language("en,".repeat(5_000))).isEqualTo("de");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 406, 409, 415, 418, 500, 502, 503})
    void everyStatusHasAProblem(int status) {
        var problem = PlatformProblems.forStatus(status);
        assertThat(problem.status()).isEqualTo(status == 502 ? 500 : status);
        assertThat(problem.title().de())
                .isNotBlank()
                .isNotEqualTo(problem.title().en());
        assertThat(problem.detail().de())
                .isNotBlank()
                .isNotEqualTo(problem.detail().en());
    }

    @Test
    void leavesOutWhatThereIsNot() {
        var text = new String(
                ProblemWriter.render(PlatformProblems.notFound(), "en", ""), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(text)
                .isEqualTo("{\"type\":\"/problems/not-found\",\"title\":\"Not found\",\"status\":404,"
                        + "\"detail\":\"There is nothing at this address.\"}");
    }
}
