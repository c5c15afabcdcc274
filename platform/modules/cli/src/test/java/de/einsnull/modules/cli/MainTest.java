package de.einsnull.modules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without these, a script would go on although the module was not installed. */
class MainTest {

    @TempDir
    Path data;

    private StubPlatform platform;

    @BeforeEach
    void start() throws IOException {
        platform = new StubPlatform(data);
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private void when(String call, String... answer) {
        platform.when(call, answer);
    }

    private int run(String... arguments) {
        return platform.run(arguments);
    }

    @Test
    void listsAndShows() {
        when(
                "GET /api/modules",
                "200 [{\"name\":\"trees\",\"version\":\"1.0\",\"state\":\"RUNNING\",\"origin\":\"INSTALLED\","
                        + "\"signer\":\"\",\"update\":\"1.1\"}]");
        assertThat(run("list")).isZero();
        assertThat(platform.out()).contains("trees", "1.0", "RUNNING", "update to 1.1, NOT SIGNED");
        assertThat(run("--json", "list")).isZero();
        assertThat(platform.out()).startsWith("[{\"name\":\"trees\"");
        when(
                "GET /api/modules/a%20b",
                "200 {\"module\":{\"name\":\"a b\"},\"health\":[{\"level\":\"BAD\",\"cause\":\"ill\"}]}");
        assertThat(run("show", "a b")).isZero();
        assertThat(platform.out()).contains("a b", "BAD", "ill");
        assertThat(run("show", "none")).isEqualTo(1);
        assertThat(platform.err()).isEqualTo("einsnull-modules: There is no such thing.\n");
    }

    @Test
    void installsAFileAndWaitsForTheEnd() throws IOException {
        Path file = Files.writeString(data.resolve("trees.jar"), "PK");
        when("POST /api/modules/staged?name=trees.jar", "201 {\"id\":\"s1\",\"findings\":[]}");
        when("POST /api/modules/operations", "202 {\"id\":\"o1\"}");
        when(
                "GET /api/modules/operations/o1",
                "200 {\"id\":\"o1\",\"progress\":[{\"english\":\"Starting.\"}]}",
                "200 {\"id\":\"o1\",\"progress\":[{\"english\":\"Starting.\"},{\"english\":\"Done.\"}],"
                        + "\"outcome\":\"SUCCEEDED\"}");
        assertThat(run("install", file.toString())).isZero();
        assertThat(platform.out()).isEqualTo("Starting.\nDone.\n");
        assertThat(platform.asked())
                .contains(
                        "POST /api/modules/staged?name=trees.jar PK",
                        "POST /api/modules/operations {\"action\":\"INSTALL\",\"target\":\"s1\"}");
    }

    @Test
    void aRollBackHasACodeOfItsOwn() {
        when("GET /api/modules/trees", "200 {\"module\":{\"version\":\"1.0\",\"update\":\"1.1\"}}");
        when("POST /api/modules/staged/trees/1.1", "201 {\"id\":\"s1\"}");
        when("POST /api/modules/operations", "202 {\"id\":\"o1\"}");
        when(
                "GET /api/modules/operations/o1",
                "200 {\"outcome\":\"ROLLED_BACK\",\"reason\":{\"english\":\"Not well.\"},\"progress\":[]}");
        assertThat(run("update", "trees")).isEqualTo(3);
        assertThat(platform.err()).isEqualTo("einsnull-modules: Rolled back. Not well.\n");
    }

    @Test
    void saysEveryReasonForARefusal() {
        when(
                "POST /api/modules/operations",
                "409 {\"detail\":\"A.\",\"errors\":[{\"pointer\":\"a\",\"detail\":\"A.\"},"
                        + "{\"pointer\":\"b\",\"detail\":\"B.\"}]}");
        assertThat(run("remove", "trees")).isEqualTo(1);
        assertThat(platform.err()).contains("- a: A.", "- b: B.");
    }

    @Test
    void previewsWithoutDoing() {
        when(
                "POST /api/modules/preview",
                "200 {\"change\":{\"action\":\"STOP\"},\"module\":\"trees\",\"fromVersion\":\"1\","
                        + "\"toVersion\":\"1\",\"steps\":[{\"effect\":\"STOP\",\"symbolicName\":\"t\"}],\"allowed\":true}");
        assertThat(run("preview", "stop", "trees")).isZero();
        assertThat(platform.out()).contains("STOP trees 1", "STOP t", "It may be carried out.");
        assertThat(platform.asked()).noneMatch(call -> call.contains("operations"));
    }

    @Test
    void neverShowsThePasswordAndSaysWhenItIsWrong() throws IOException {
        Path other = Files.writeString(data.resolve("other"), "falsch");
        assertThat(run("--password-file", other.toString(), "list")).isEqualTo(4);
        assertThat(platform.err())
                .contains("does not let admin in: Wrong password.")
                .doesNotContain("falsch");
        assertThat(platform.run(Map.of("EINSNULL_PASSWORD", "falsch"), "list")).isEqualTo(4);
        assertThat(run("--password-file", data + "/none", "list")).isEqualTo(4);
        assertThat(platform.err()).contains("cannot be read from");
    }

    @Test
    void saysInOneSentenceWhatIsWrongWithTheCommandLine() {
        for (String[] wrong : List.of(
                new String[] {"--passwort", "x"},
                new String[] {"lits"},
                new String[] {"show"},
                new String[] {"--timeout", "soon", "list"},
                new String[] {"--url", "stadt", "list"},
                new String[] {"--url", "http://[::1", "list"},
                new String[] {"--url", "http://stadt_x^", "list"},
                new String[] {"--url", "http://stadt_werke:8080", "list"},
                new String[] {"--url"},
                new String[] {"sources", "burn"},
                new String[] {"sources", "add"},
                new String[] {"install", "none.jar"},
                new String[] {"preview", "eat", "trees"},
                new String[] {"--json"})) {
            assertThat(run(wrong)).as(String.join(" ", wrong)).isEqualTo(2);
            assertThat(platform.err().lines()).hasSize(1);
        }
        assertThat(run("--help")).isZero();
        platform.close();
        assertThat(run("list")).isEqualTo(4);
    }
}
