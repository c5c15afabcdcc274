package de.einsnull.web.cxf.host;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.guard.api.ModuleGuard;
import de.einsnull.health.api.Metrics;
import de.einsnull.testkit.FakeMetrics;
import de.einsnull.testkit.RecordedStrikes;
import de.einsnull.web.api.RestResource;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.ServiceRegistration;

/** An event stream of a module that goes wrong costs its own clients, and nobody else a thread or memory. */
@Timeout(60)
class StreamIsolationTest {

    private static final String PATH = "/api/stream";

    private final RecordedStrikes guard = new RecordedStrikes();
    private final FakeMetrics metrics = new FakeMetrics();
    private final HostileStream resource = new HostileStream();
    private final List<InputStream> open = new ArrayList<>();
    private TestPlatform platform;
    private ServiceRegistration<RestResource> served;

    @BeforeEach
    void start() throws Exception {
        platform = new TestPlatform();
        platform.context().registerService(ModuleGuard.class, guard, null);
        platform.context().registerService(Metrics.class, metrics, null);
        served = platform.serve(PATH, resource, "einsnull.rest.timeLimitInMs", 1_000);
        platform.await(PATH + "/well", 200);
    }

    @AfterEach
    void stop() throws Exception {
        resource.end.countDown();
        for (var stream : open) {
            stream.close();
        }
        platform.close();
    }

    private HttpResponse<InputStream> listen(String path) throws Exception {
        var page = HttpClient.newHttpClient()
                .send(platform.request(PATH + path).build(), HttpResponse.BodyHandlers.ofInputStream());
        open.add(page.body());
        return page;
    }

    /** A browser shows its stream as open as soon as the module has taken it, not with the first event. */
    @Test
    void aStreamIsOpenBeforeItsFirstEvent() throws Exception {
        var page = listen("/quiet");
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-cache");
        resource.send("one");
        assertThat(LiveStreamTest.readUntil(page.body(), "\n\n")).doesNotContain("data");
        assertThat(LiveStreamTest.readUntil(page.body(), "one\n\n")).contains("data: one");
    }

    @Test
    void oneThatThrowsIsAnsweredWithAProblemAndReported() {
        var answer = platform.get(PATH + "/throws");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("internal-error");
        eventually("the report", () -> guard.strikes().contains("THREW GET " + PATH));
    }

    @Test
    void oneThatBlocksIsGivenUpAndReported() {
        var answer = platform.get(PATH + "/blocks");
        assertThat(answer.statusCode()).isEqualTo(503);
        eventually("the report", () -> guard.strikes().contains("TIMED_OUT GET " + PATH));
        assertThat(platform.get(PATH + "/well").statusCode()).isEqualTo(200);
    }

    /** Else a page would listen for ever to a version that is gone. */
    @Test
    void streamsEndWithTheModuleSoThatPagesComeBackToTheNextVersion() throws Exception {
        var page = listen("/quiet");
        eventually("the stream", () -> resource.sink.get() != null);
        served.unregister();
        assertThat(new String(page.body().readAllBytes(), StandardCharsets.UTF_8))
                .doesNotContain("data");
        assertThat(resource.sink.get().isClosed()).isTrue();
    }

    @Test
    void eventsThatAreTooManyAreNotSentAndReported() throws Exception {
        var page = listen("/quiet");
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            refused += resource.send("event " + i) ? 0 : 1;
        }
        assertThat(refused).isBetween(1_000, 2_000);
        eventually("the report", () -> guard.strikes().contains("FLOODED GET " + PATH));
        assertThat(guard.strikes()).hasSizeLessThan(10);
        assertThat(LiveStreamTest.readUntil(page.body(), "event 999\n\n")).contains("event 0\n\n");
    }

    @Test
    void anEventWithoutEndIsNotSentAndReported() throws Exception {
        listen("/quiet");
        assertThat(resource.send("x".repeat(100_000))).isFalse();
        eventually("the report", () -> guard.strikes().contains("TOO_LARGE GET " + PATH));
    }

    /** Forty clients that do not read would otherwise hold forty threads of the server. */
    @Test
    void aClientThatDoesNotReadIsCutOffAndCountedAndNobodyWaitsForIt() throws Exception {
        try (var slow = slowClient()) {
            LiveStreamTest.readUntil(slow.getInputStream(), ":\n\n");
            var event = "x".repeat(60_000);
            eventually("the cut", () -> {
                resource.send(event);
                return metrics.counted("rest.streams.cut path " + PATH) == 1;
            });
            assertThat(resource.sink.get().isClosed()).isTrue();
            assertThat(platform.get(PATH + "/well").statusCode()).isEqualTo(200);
        }
    }

    private Socket slowClient() throws IOException {
        var slow = new Socket("127.0.0.1", platform.port());
        slow.setSoTimeout(15_000);
        slow.getOutputStream()
                .write(("GET " + PATH + "/quiet HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        return slow;
    }

    @Test
    void oneModuleGetsABoundedNumberOfStreams() throws Exception {
        for (int i = 0; i < EventStreams.MOST; i++) {
            assertThat(listen("/quiet").statusCode()).isEqualTo(200);
        }
        assertThat(platform.get(PATH + "/quiet").statusCode()).isEqualTo(429);
        assertThat(platform.get(PATH + "/well").statusCode()).isEqualTo(200);
    }

    @Test
    void whatTheResourceClosesArrivesWhole() throws Exception {
        assertThat(platform.get(PATH + "/short").body()).contains("data: a\n\n", "data: b\n\n");
    }

    @Test
    void aClosedStreamTakesNothingAndSaysSo() throws Exception {
        platform.get(PATH + "/short");
        var sent = resource.sink.get().send(resource.sse.get().newEvent("late")).toCompletableFuture();
        assertThat(sent).isCompletedExceptionally();
    }
}
