package de.einsnull.web.cxf.problem;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.web.api.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong, a person reads a sentence in his language and a program finds a code that stays. */
class PlatformProblemsTest {

    static List<Problem> all() {
        return List.of(
                PlatformProblems.invalidInput(List.of()),
                PlatformProblems.malformedBody("line 3"),
                PlatformProblems.malformedBody(""),
                PlatformProblems.badRequest(),
                PlatformProblems.unauthenticated(),
                PlatformProblems.forbidden(),
                PlatformProblems.notFound(),
                PlatformProblems.methodNotAllowed(),
                PlatformProblems.notAcceptable(),
                PlatformProblems.tooLarge(7),
                PlatformProblems.unsupportedMediaType(),
                PlatformProblems.tooManyStreams(),
                PlatformProblems.internal(),
                PlatformProblems.busy(),
                PlatformProblems.restarting(),
                PlatformProblems.timeLimit());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyProblemHasASentenceInBothLanguages(Problem problem) {
        assertThat(problem.title().de())
                .isNotBlank()
                .isNotEqualTo(problem.title().en());
        assertThat(problem.title().en()).isNotBlank();
        assertThat(problem.detail().de())
                .endsWith(".")
                .isNotEqualTo(problem.detail().en());
        assertThat(problem.detail().en()).endsWith(".");
        assertThat(problem.status()).isBetween(400, 599);
    }

    /** Two causes behind one code could not be told apart by a program. */
    @Test
    void codesAreTheirOwn() {
        assertThat(all().stream().map(Problem::code).distinct()).hasSize(all().size() - 1);
    }

    @ParameterizedTest
    @CsvSource({
        "400, bad-request",
        "401, login-required",
        "403, not-allowed",
        "404, not-found",
        "405, method-not-allowed",
        "406, not-acceptable",
        "415, unsupported-media-type",
        "503, busy",
        "500, internal-error",
        "502, internal-error",
        "418, http-418",
        "302, http-400"
    })
    void aBareStatusBecomesAProblem(int status, String code) {
        assertThat(PlatformProblems.forStatus(status).code()).isEqualTo(code);
    }

    @Test
    void whereTheBodyIsWrongIsSaidIfItIsKnown() {
        assertThat(PlatformProblems.malformedBody("line 3, column 7").detail().en())
                .contains("(line 3, column 7)");
        assertThat(PlatformProblems.malformedBody("").detail().en()).doesNotContain("(");
        assertThat(PlatformProblems.tooLarge(1_024).detail().de()).contains("1024 Byte");
    }
}
