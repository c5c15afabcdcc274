package de.einsnull.modules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without these, a script would go on although the module was not installed. */
class MainTest {

    @TempDir
    Path data;

    private final List<String> asked = new ArrayList<>();
    private final Map<String, Queue<String>> answers = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private HttpServer server;

    @BeforeEach
    void platform() throws IOException {
        Files.createDirectories(data.resolve("secrets"));
        Files.writeString(data.resolve("secrets/admin-password"), "geheim\n");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        asked.add((call + " " + body).strip());
        var queue =
                answers.getOrDefault(call, new ArrayDeque<>(List.of("404 {\"detail\":\"There is no such thing.\"}")));
        String answer = queue.size() > 1 ? queue.remove() : queue.peek();
        boolean in =
                "Basic YWRtaW46Z2VoZWlt".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] bytes = (in ? answer.substring(4) : "{\"detail\":\"Wrong password.\"}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(in ? Integer.parseInt(answer.substring(0, 3)) : 401, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void when(String call, String... answer) {
        answers.put(call, new ArrayDeque<>(List.of(answer)));
    }

    private int run(String... arguments) {
        return run(Map.of(), arguments);
    }

    private int run(Map<String, String> more, String... arguments) {
        var environment = new HashMap<>(more);
        environment.putIfAbsent("EINSNULL_DATA", data.toString());
        environment.putIfAbsent(
                "EINSNULL_URL", "http://127.0.0.1:" + server.getAddress().getPort());
        out.reset();
        err.reset();
        return Main.run(
                List.of(arguments),
                environment,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }

    @Test
    void listsAndShows() {
        when(
                "GET /api/modules",
                "200 [{\"name\":\"trees\",\"version\":\"1.0\",\"state\":\"RUNNING\",\"origin\":\"INSTALLED\","
                        + "\"signer\":\"\",\"update\":\"1.1\"}]");
        assertThat(run("list")).isZero();
        assertThat(text(out)).contains("trees", "1.0", "RUNNING", "update to 1.1, NOT SIGNED");
        assertThat(run("--json", "list")).isZero();
        assertThat(text(out)).startsWith("[{\"name\":\"trees\"");
        when(
                "GET /api/modules/a%20b",
                "200 {\"module\":{\"name\":\"a b\"},\"health\":[{\"level\":\"BAD\",\"cause\":\"ill\"}]}");
        assertThat(run("show", "a b")).isZero();
        assertThat(text(out)).contains("a b", "BAD", "ill");
        assertThat(run("show", "none")).isEqualTo(1);
        assertThat(text(err)).isEqualTo("einsnull-modules: There is no such thing.\n");
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
        assertThat(text(out)).isEqualTo("Starting.\nDone.\n");
        assertThat(asked)
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
        assertThat(text(err)).isEqualTo("einsnull-modules: Rolled back. Not well.\n");
    }

    @Test
    void saysEveryReasonForARefusal() {
        when(
                "POST /api/modules/operations",
                "409 {\"detail\":\"A.\",\"errors\":[{\"pointer\":\"a\",\"detail\":\"A.\"},"
                        + "{\"pointer\":\"b\",\"detail\":\"B.\"}]}");
        assertThat(run("remove", "trees")).isEqualTo(1);
        assertThat(text(err)).contains("- a: A.", "- b: B.");
    }

    @Test
    void previewsWithoutDoing() {
        when(
                "POST /api/modules/preview",
                "200 {\"change\":{\"action\":\"STOP\"},\"module\":\"trees\",\"fromVersion\":\"1\","
                        + "\"toVersion\":\"1\",\"steps\":[{\"effect\":\"STOP\",\"symbolicName\":\"t\"}],\"allowed\":true}");
        assertThat(run("preview", "stop", "trees")).isZero();
        assertThat(text(out)).contains("STOP trees 1", "STOP t", "It may be carried out.");
        assertThat(asked).noneMatch(call -> call.contains("operations"));
    }

    @Test
    void neverShowsThePasswordAndSaysWhenItIsWrong() throws IOException {
        Path other = Files.writeString(data.resolve("other"), "falsch");
        assertThat(run("--password-file", other.toString(), "list")).isEqualTo(4);
        assertThat(text(err)).contains("does not let admin in: Wrong password.").doesNotContain("falsch");
        assertThat(run(Map.of("EINSNULL_PASSWORD", "falsch"), "list")).isEqualTo(4);
        assertThat(run("--password-file", data + "/none", "list")).isEqualTo(4);
        assertThat(text(err)).contains("cannot be read from");
    }

    @Test
    void saysInOneSentenceWhatIsWrongWithTheCommandLine() {
        for (String[] wrong : List.of(
                new String[] {"--passwort", "x"},
                new String[] {"lits"},
                new String[] {"show"},
                new String[] {"--timeout", "soon", "list"},
                new String[] {"--url", "stadt", "list"},
                new String[] {"install", "none.jar"},
                new String[] {"preview", "eat", "trees"},
                new String[] {"--json"})) {
            assertThat(run(wrong)).as(String.join(" ", wrong)).isEqualTo(2);
            assertThat(text(err).lines()).hasSize(1);
        }
        assertThat(run("--help")).isZero();
        server.stop(0);
        assertThat(run("list")).isEqualTo(4);
    }
}
