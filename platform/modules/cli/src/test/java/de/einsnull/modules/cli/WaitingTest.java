package de.einsnull.modules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A script that takes a pause of the network for the end of a change does the wrong thing next. */
@Timeout(30)
class WaitingTest {

    private static final String RUNS = "200 {\"id\":\"o1\",\"progress\":[{\"english\":\"Starting.\"}]}";
    private static final String DONE =
            "200 {\"id\":\"o1\",\"progress\":[{\"english\":\"Starting.\"},{\"english\":\"Done.\"}],"
                    + "\"outcome\":\"SUCCEEDED\"}";

    @TempDir
    private Path data;

    private StubPlatform platform;

    @BeforeEach
    void start() throws IOException {
        platform = new StubPlatform(data);
        platform.when("POST /api/modules/operations", "202 {\"id\":\"o1\"}");
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private void operation(String... answers) {
        platform.when("GET /api/modules/operations/o1", answers);
    }

    @Test
    void aProxyThatFailsForAMomentDoesNotEndTheWait() {
        operation(RUNS, "502 <html>", "503 {\"detail\":\"Starting.\"}", DONE);
        assertThat(platform.run("stop", "trees")).as(platform.err()).isZero();
        assertThat(platform.out()).as("each step once").isEqualTo("Starting.\nDone.\n");
    }

    @Test
    void whoeverCannotBeReachedAnyMoreIsSaidToGoOn() {
        operation(RUNS, "502 <html>");
        assertThat(platform.run("--timeout", "1", "stop", "trees")).isEqualTo(4);
        assertThat(platform.err()).contains("not ready", "was begun and may go on", "history");
    }

    @Test
    void anOperationThatTakesTooLongIsSaidToGoOn() {
        operation(RUNS);
        assertThat(platform.run("--timeout", "1", "stop", "trees")).isEqualTo(4);
        assertThat(platform.err()).contains("Not finished after 1 s; it goes on");
    }

    /** After a restart of the platform nobody knows the operation; waiting would not help. */
    @Test
    void anOperationThatIsNotKnownAnyMoreEndsTheWaitAtOnce() {
        operation(RUNS, "404 {\"detail\":\"The operation o1 is not known (any more).\"}");
        assertThat(platform.run("stop", "trees")).isEqualTo(1);
        assertThat(platform.err()).contains("not known (any more)");
    }

    /** An account that is locked meanwhile will not be let in by asking again. */
    @Test
    void whoeverIsNotLetInAnyMoreLearnsItAtOnce() {
        operation(RUNS, "403 {\"detail\":\"Locked.\"}");
        assertThat(platform.run("stop", "trees")).isEqualTo(4);
        assertThat(platform.err()).contains("does not let admin in: Locked.");
    }

    /** Machines read one document: no progress between. */
    @Test
    void asJsonOnlyTheEndIsPrinted() {
        operation(RUNS, DONE);
        assertThat(platform.run("--json", "stop", "trees")).isZero();
        assertThat(platform.out().lines()).hasSize(1);
        assertThat(platform.out()).startsWith("{").contains("SUCCEEDED");
    }

    /** The answer to the order itself got lost: whether it was begun is not known, so it is not given twice. */
    @Test
    void anOrderIsNeverRepeated() {
        platform.when("POST /api/modules/operations", "502 <html>");
        assertThat(platform.run("stop", "trees")).isEqualTo(4);
        assertThat(platform.asked().stream().filter(call -> call.startsWith("POST")))
                .hasSize(1);
    }
}
