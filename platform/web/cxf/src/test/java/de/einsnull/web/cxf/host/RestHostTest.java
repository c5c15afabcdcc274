package de.einsnull.web.cxf.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.einsnull.security.api.Access;
import de.einsnull.security.api.CurrentRequest;
import de.einsnull.security.api.Identity;
import de.einsnull.testkit.FixedCaller;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients of a module get, good and bad. */
@Timeout(60)
class RestHostTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FixedCaller CALLER = new FixedCaller(Identity.ANONYMOUS);
    private static TestPlatform platform;

    @BeforeAll
    static void start() throws Exception {
        platform = new TestPlatform();
        platform.context().registerService(CurrentRequest.class, CALLER, null);
        platform.serve("/api/hello", new HelloResource(), "einsnull.rest.maxBodyInBytes", 10_000);
        platform.await("/api/hello", 200);
    }

    @AfterAll
    static void stop() throws Exception {
        platform.close();
    }

    @BeforeEach
    void nobody() {
        CALLER.become(Identity.ANONYMOUS);
    }

    @Test
    void answersWithJsonAndIsoTimes() {
        var answer = platform.get("/api/hello");
        assertThat(answer.body())
                .isEqualTo("{\"text\":\"Hallo\",\"at\":\"1970-01-01T00:00:00Z\",\"day\":\"2026-11-24\"}");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @Test
    void sparesAnUnchangedAnswer() {
        var tag = platform.get("/api/hello").headers().firstValue("ETag").orElseThrow();
        var again = platform.send(platform.request("/api/hello").header("If-None-Match", "\"other\", " + tag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        var changed = platform.send(platform.request("/api/hello?times=2").header("If-None-Match", tag));
        assertThat(changed.statusCode()).isEqualTo(200);
    }

    /** A client of a newer version must not break an older module. */
    @Test
    void ignoresMembersItDoesNotKnow() {
        assertThat(post("{\"name\":\"Ute\",\"age\":7,\"new\":{}}").body()).isEqualTo("{\"name\":\"Ute\",\"age\":7}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": | malformed-body | ''",
                "{\"name\":\"a\",\"name\":\"b\"} | malformed-body | ''",
                "{\"name\":\"a\",\"age\":1} trailing | malformed-body | ''",
                "{\"name\":\"Ute\"} | invalid-input | /age",
                "{\"name\":\"Ute\",\"age\":\"old\"} | invalid-input | /age",
                "{\"name\":\"Ute\",\"age\":1.5} | invalid-input | /age",
                "{\"name\":\"Ute\",\"pets\":[{\"name\":{}}]} | invalid-input | /pets/0/name",
                "{\"name\":\"\",\"age\":1} | invalid-input | /name",
                "{\"name\":\"Ute\",\"age\":1,\"pets\":[{\"name\":\"Rex\"},{\"name\":\" \"}]} | invalid-input | /pets/1/name"
            })
    void saysWhatIsWrongWithABody(String body, String code, String pointer) throws IOException {
        var answer = post(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        var problem = problem(answer, code);
        assertThat(problem.path("errors").path(0).path("pointer").asText()).isEqualTo(pointer);
    }

    @Test
    void refusesBodiesNestedToExhaustTheServer() throws IOException {
        var answer = post("{\"new\":" + "[".repeat(500) + "]".repeat(500) + "}");
        assertThat(answer.statusCode()).isEqualTo(400);
        problem(answer, "malformed-body");
    }

    @Test
    void speaksGermanByDefaultAndEnglishOnRequest() throws IOException {
        var german = problem(post("{\"name\":\"viel zu langer Name\",\"age\":1}"), "invalid-input");
        assertThat(german.path("title").asText()).isEqualTo("Ungültige Eingabe");
        assertThat(german.path("errors").path(0).path("detail").asText())
                .isEqualTo("Größe muss zwischen 0 und 10 sein");
        var english =
                platform.send(platform.request("/api/hello?times=9").header("Accept-Language", "fr, en-GB;q=0.8"));
        var problem = problem(english, "invalid-input");
        assertThat(english.headers().firstValue("Content-Language")).hasValue("en");
        assertThat(problem.path("errors").path(0).path("pointer").asText()).isEqualTo("times");
        assertThat(problem.path("errors").path(0).path("detail").asText()).isEqualTo("must be less than or equal to 3");
    }

    @Test
    void answersEveryErrorWithAProblem() throws IOException {
        problem(platform.get("/api/hello/nowhere"), "not-found");
        problem(platform.get("/api/nowhere"), "not-found");
        problem(platform.get("/api/hello?times=abc"), "bad-request");
        problem(platform.send(platform.request("/api/hello").header("Accept", "text/csv")), "not-acceptable");
        var wrongType = platform.request("/api/hello").header("Content-Type", "text/csv");
        problem(platform.send(wrongType.POST(BodyPublishers.ofString("a;b"))), "unsupported-media-type");
        var delete = platform.send(platform.request("/api/hello").DELETE());
        problem(delete, "method-not-allowed");
        assertThat(delete.headers().firstValue("Allow").orElse("")).contains("GET");
    }

    @Test
    void tellsAModulesOwnProblem() throws IOException {
        var answer = platform.send(platform.request("/api/hello/problem").header("Accept-Language", "en"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(problem(answer, "bay-occupied").path("detail").asText()).isEqualTo("The bay is occupied.");
    }

    @ParameterizedTest
    @CsvSource({"/api/hello/throw", "/api/hello/broken-json"})
    void hidesTheInsideOfAFailure(String path) throws IOException {
        var answer = platform.get(path);
        assertThat(answer.statusCode()).isEqualTo(500);
        var problem = problem(answer, "internal-error");
        assertThat(problem.path("requestId").asText()).isEqualTo("r-1");
        assertThat(answer.body()).doesNotContain("secret", "Exception", "cannot be written");
    }

    /** Refused by what the client says of its body, before any of it has come. */
    @Test
    void refusesABodyThatIsSaidToBeLarge() throws IOException {
        assertThat(raw("Content-Length: 20000\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ")
                .contains("body-too-large");
    }

    /** Refused at the byte too much, although the client never says where its body ends. */
    @Test
    void refusesABodyThatTurnsOutToBeLarge() throws IOException {
        var chunk = "{\"name\":\"" + "x".repeat(10_000);
        assertThat(raw("Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(chunk.length()) + "\r\n" + chunk))
                .startsWith("HTTP/1.1 413 ")
                .contains("body-too-large");
    }

    private static String raw(String rest) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), platform.port())) {
            socket.setSoTimeout(15_000);
            var head = "POST /api/hello HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
            socket.getOutputStream().write((head + rest).getBytes(StandardCharsets.US_ASCII));
            var answer = new StringBuilder();
            for (int next;
                    answer.indexOf("}") < 0 && (next = socket.getInputStream().read()) >= 0; ) {
                answer.append((char) next);
            }
            return answer.toString();
        }
    }

    /** The server's own limit would refuse the pictures that a module wants. */
    @Test
    void theModulesLimitCountsNotTheServers() throws Exception {
        var servlets = platform.context()
                .getAllServiceReferences(
                        "jakarta.servlet.Servlet", "(osgi.http.whiteboard.servlet.name=einsnull-rest/api/hello)");
        assertThat(servlets).hasSize(1);
        assertThat(servlets[0].getProperty(Access.BODY_LIMIT)).isEqualTo(0L);
        assertThat(servlets[0].getProperty(Access.PROPERTY)).isEqualTo(Access.SELF_CHECKED);
    }

    @Test
    void letsInOnlyWhomTheMethodAdmits() throws IOException {
        problem(platform.get("/api/hello/staff"), "login-required");
        CALLER.become(FixedCaller.citizen("1"));
        problem(platform.get("/api/hello/staff"), "not-allowed");
        CALLER.become(FixedCaller.citizen("2", "staff"));
        assertThat(platform.get("/api/hello/staff").body()).isEqualTo("\"staff\"");
        problem(platform.get("/api/hello/unannotated"), "not-allowed");
        CALLER.become(FixedCaller.admin("3"));
        assertThat(platform.get("/api/hello/unannotated").body()).isEqualTo("\"admin\"");
    }

    @Test
    void describesTheModule() throws IOException {
        var list = JSON.readTree(platform.get("/api").body()).path("apis");
        assertThat(list.path(0).path("path").asText()).isEqualTo("/api/hello");
        var document = JSON.readTree(
                platform.get(list.path(0).path("openApi").asText()).body());
        assertThat(document.path("openapi").asText()).startsWith("3.");
        assertThat(document.path("info").path("title").asText()).isEqualTo("Test /api/hello");
        assertThat(document.path("paths").fieldNames()).toIterable().contains("/", "/staff");
        var responses = document.path("paths").path("/staff").path("get").path("responses");
        assertThat(responses.fieldNames()).toIterable().containsExactly("200", "default");
        assertThat(responses.path("default").path("content").has("application/problem+json"))
                .isTrue();
    }

    private static HttpResponse<String> post(String body) {
        return platform.send(json().POST(BodyPublishers.ofString(body)));
    }

    private static java.net.http.HttpRequest.Builder json() {
        return platform.request("/api/hello").header("Content-Type", "application/json");
    }

    private static JsonNode problem(HttpResponse<String> answer, String code) throws IOException {
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .as(answer.body())
                .startsWith("application/problem+json");
        var problem = JSON.readTree(answer.body());
        assertThat(problem.path("type").asText()).isEqualTo("/problems/" + code);
        assertThat(problem.path("status").asInt()).isEqualTo(answer.statusCode());
        return problem;
    }
}
