package de.einsnull.health.core.ready;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.health.core.ready.Finding.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in the answer, for whom. */
class HealthServletTest {

    private static final List<Finding> FINDINGS = List.of(
            new Finding("Database", Status.CRITICAL, true, List.of("No answer from db.internal; start it")),
            new Finding("partner-bundles", Status.WARN, false, List.of("club is not started")));

    @Test
    void thoseInsideReadCauseAndAdvice() throws IOException {
        assertThat(text(true))
                .isEqualTo(
                        "{\"status\":\"DOWN\",\"checks\":["
                                + "{\"name\":\"Database\",\"status\":\"CRITICAL\",\"messages\":[\"No answer from db.internal; start it\"]},"
                                + "{\"name\":\"partner-bundles\",\"status\":\"WARN\",\"messages\":[\"club is not started\"]}]}");
    }

    @Test
    void strangersReadTheStatus() throws IOException {
        assertThat(text(false))
                .doesNotContain("messages", "db.internal", "club")
                .contains("\"status\":\"CRITICAL\"");
    }

    @Test
    void onlyWhatCountsMakesThePlatformUnready() {
        assertThat(FINDINGS.get(0).isBad()).isTrue();
        assertThat(FINDINGS.get(1).isBad()).isFalse();
        assertThat(new Finding("partner", Status.CRITICAL, false, List.of()).isBad())
                .isFalse();
    }

    private static String text(boolean inside) throws IOException {
        return new String(HealthServlet.render(false, FINDINGS, inside), StandardCharsets.UTF_8);
    }
}
