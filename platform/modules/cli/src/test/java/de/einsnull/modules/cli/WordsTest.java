package de.einsnull.modules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each word of the command line must do what its help says, and nothing else. */
class WordsTest {

    private static final String ENDED = "200 {\"id\":\"o1\",\"progress\":[],\"outcome\":\"%s\",\"reason\":{%s}}";

    @TempDir
    Path data;

    private StubPlatform platform;

    @BeforeEach
    void start() throws IOException {
        platform = new StubPlatform(data);
        platform.when("POST /api/modules/operations", "202 {\"id\":\"o1\"}");
        platform.when("GET /api/modules/operations/o1", ENDED.formatted("SUCCEEDED", ""));
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @ParameterizedTest
    @CsvSource({"stop, STOP", "start, START", "remove, REMOVE"})
    void aModuleIsChangedByItsName(String word, String action) {
        assertThat(platform.run(word, "trees")).isZero();
        assertThat(platform.asked())
                .startsWith("POST /api/modules/operations {\"action\":\"" + action + "\",\"target\":\"trees\"}");
    }

    /** A name is text: it must not become another part of the request. */
    @Test
    void aStrangeNameStaysAName() {
        assertThat(platform.run("stop", "a\",\"action\":\"REMOVE")).isZero();
        assertThat(platform.asked().get(0)).contains("\"target\":\"a\\\",\\\"action\\\":\\\"REMOVE\"");
        assertThat(platform.run("log", "../accounts?x=1#y")).isEqualTo(Failure.REFUSED);
        assertThat(platform.asked()).contains("GET /api/modules/..%2Faccounts%3Fx%3D1%23y/log?most=200");
    }

    @Test
    void aVersionIsTakenFromARepository() {
        platform.when("POST /api/modules/staged/trees/1.0.5", "201 {\"id\":\"s7\"}");
        assertThat(platform.run("install", "trees@1.0.5")).isZero();
        assertThat(platform.asked())
                .contains("POST /api/modules/operations {\"action\":\"INSTALL\",\"target\":\"s7\"}");
    }

    @Test
    void withoutAVersionTheNewestIsTaken() {
        platform.when("GET /api/modules/bees", "200 {\"module\":{\"version\":\"2.0\"}}");
        platform.when("POST /api/modules/staged/bees/2.0", "201 {\"id\":\"s8\"}");
        assertThat(platform.run("install", "bees")).isZero();
        assertThat(platform.asked()).contains("POST /api/modules/staged/bees/2.0");
    }

    /** Findings that do not stand in the way must be seen before something is installed. */
    @Test
    void warningsAreShown() throws IOException {
        Path file = Files.writeString(data.resolve("t.kar"), "PK");
        platform.when(
                "POST /api/modules/staged?name=t.kar",
                "201 {\"id\":\"s1\",\"findings\":[{\"level\":\"WARNING\",\"code\":\"not-signed\",\"subject\":\"t\","
                        + "\"english\":\"Nobody answers for it.\"}]}");
        assertThat(platform.run("install", file.toString())).isZero();
        assertThat(platform.out()).contains("WARNING not-signed t: Nobody answers for it.");
        assertThat(platform.run("--json", "install", file.toString())).isZero();
        assertThat(platform.out()).as("nothing but JSON").startsWith("{\"id\":\"o1\"");
    }

    @Test
    void aRefusedArchiveEndsBeforeAnythingIsChanged() throws IOException {
        Path file = Files.writeString(data.resolve("t.jar"), "?");
        platform.when("POST /api/modules/staged?name=t.jar", "422 {\"detail\":\"Not an archive.\"}");
        assertThat(platform.run("install", file.toString())).isEqualTo(Failure.REFUSED);
        assertThat(platform.err()).isEqualTo("einsnull-modules: Not an archive.\n");
        assertThat(platform.asked()).noneMatch(call -> call.contains("operations"));
    }

    @Test
    void anOperationThatFailedIsAnError() {
        platform.when("GET /api/modules/operations/o1", ENDED.formatted("FAILED", "\"english\":\"Disk full.\""));
        assertThat(platform.run("stop", "trees")).isEqualTo(Failure.REFUSED);
        assertThat(platform.err()).isEqualTo("einsnull-modules: Failed. Disk full.\n");
        assertThat(platform.run("--json", "stop", "trees")).isEqualTo(Failure.REFUSED);
        assertThat(platform.out()).contains("\"outcome\":\"FAILED\"");
    }

    /** A script must not hang for ever; what it began goes on and can be looked up. */
    @Test
    void waitingHasAnEnd() {
        platform.when("GET /api/modules/operations/o1", "200 {\"id\":\"o1\",\"progress\":[]}");
        assertThat(platform.run("--timeout", "1", "stop", "trees")).isEqualTo(Failure.UNREACHABLE);
        assertThat(platform.err()).contains("Not finished after 1 s; it goes on.", "history");
    }

    @Test
    void sourcesComeAndGo() {
        platform.when(
                "GET /api/modules/repositories",
                "200 [{\"address\":\"file:/srv\",\"modules\":3,\"error\":\"cannot be read\"}]");
        assertThat(platform.run("sources")).isZero();
        assertThat(platform.out()).isEqualTo("file:/srv (3 modules) cannot be read\n");
        platform.when("POST /api/modules/repositories?address=https%3A%2F%2Fx%2Ff.xml", "201 {}");
        assertThat(platform.run("sources", "add", "https://x/f.xml")).isZero();
        platform.when("DELETE /api/modules/repositories?address=https%3A%2F%2Fx%2Ff.xml", "204 ");
        assertThat(platform.run("sources", "remove", "https://x/f.xml")).isZero();
        platform.when("POST /api/modules/repositories/refresh", "200 []");
        assertThat(platform.run("sources", "refresh")).isZero();
        assertThat(platform.run("sources", "add")).isEqualTo(Failure.USAGE);
        assertThat(platform.run("sources", "eat")).isEqualTo(Failure.USAGE);
    }

    @Test
    void logAndHistoryArePrintedForPeople() {
        platform.when(
                "GET /api/modules/trees/log?most=200",
                "200 [{\"at\":\"08:00\",\"level\":\"WARN\",\"logger\":\"de.trees\",\"text\":\"dry\"}]");
        assertThat(platform.run("log", "trees")).isZero();
        assertThat(platform.out()).isEqualTo("08:00 WARN de.trees: dry\n");
        String entry = "{\"at\":\"08:00\",\"actorName\":\"kim\",\"action\":\"UPDATE\",\"module\":\"trees\","
                + "\"fromVersion\":\"1\",\"toVersion\":\"2\",\"outcome\":\"ROLLED_BACK\",\"reason\":\"ill\"}";
        platform.when("GET /api/modules/history", "200 [" + entry + "]");
        platform.when("GET /api/modules/trees/history", "200 []");
        assertThat(platform.run("history")).isZero();
        assertThat(platform.out()).isEqualTo("08:00 kim UPDATE trees 1 -> 2: ROLLED_BACK ill\n");
        assertThat(platform.run("history", "trees")).isZero();
        assertThat(platform.out()).isEmpty();
    }

    @Test
    void aPlanSaysWhatRunsWhatIsNeededAndWhatIsLost() {
        platform.when(
                "POST /api/modules/preview",
                "200 {\"change\":{\"action\":\"REMOVE\"},\"module\":\"trees\",\"fromVersion\":\"1\",\"toVersion\":\"\","
                        + "\"steps\":[{\"effect\":\"REMOVE\",\"symbolicName\":\"t\",\"fromVersion\":\"1\"}],"
                        + "\"migrations\":[\"V2__x.sql\"],\"neededSettings\":[\"de.trees\"],"
                        + "\"lost\":[{\"kind\":\"PAGE\",\"name\":\"baeume\"}],\"allowed\":false,"
                        + "\"findings\":[{\"level\":\"REFUSED\",\"code\":\"c\",\"subject\":\"s\",\"english\":\"No.\"}]}");
        assertThat(platform.run("preview", "remove", "trees")).isZero();
        assertThat(platform.out())
                .contains(
                        "REMOVE trees 1", "V2__x.sql", "de.trees", "PAGE baeume", "REFUSED c s: No.", "It is refused.");
    }
}
