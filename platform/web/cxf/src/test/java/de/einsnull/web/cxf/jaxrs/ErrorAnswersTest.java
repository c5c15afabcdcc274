package de.einsnull.web.cxf.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.web.api.Problem;
import de.einsnull.web.api.Problem.Text;
import de.einsnull.web.api.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** City IT watches the log for ERROR; a false alarm there hides the next real one. */
class ErrorAnswersTest {

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final ErrorAnswers answers = new ErrorAnswers(new Validation(), () -> "r-1", (response, error) -> {});

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setErr(before);
    }

    @Test
    void anAnswerThatAResourceChoseIsNoAlarm() {
        assertThat(answerTo(new ProblemException(problem(501)))).isEqualTo(501);
        assertThat(answerTo(new ProblemException(problem(404)))).isEqualTo(404);

        assertThat(logged()).isEmpty();
    }

    @Test
    void whatMadeAResourceGiveUpIsOneLineWithoutStackTrace() {
        assertThat(answerTo(new ProblemException(problem(503), new SQLException("connection lost"))))
                .isEqualTo(503);

        assertThat(logged())
                .contains("WARN", "r-1", "some-code", "connection lost")
                .doesNotContain("ERROR");
        assertThat(logged().lines()).hasSize(1);
    }

    @Test
    void whatNobodyExpectedIsAnErrorWithItsStackTrace() {
        assertThat(answerTo(new IllegalStateException("our mistake"))).isEqualTo(500);

        assertThat(logged()).contains("ERROR", "r-1", "our mistake", "at de.einsnull.");
    }

    private int answerTo(Throwable error) {
        try (var response = answers.toResponse(error)) {
            return response.getStatus();
        }
    }

    private String logged() {
        return log.toString(StandardCharsets.UTF_8);
    }

    private static Problem problem(int status) {
        return Problem.of("some-code", status, new Text("Titel", "title"), new Text("Text", "text"));
    }
}
