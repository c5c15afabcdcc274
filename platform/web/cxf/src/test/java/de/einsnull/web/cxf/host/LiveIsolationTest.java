package de.einsnull.web.cxf.host;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.guard.api.ModuleGuard;
import de.einsnull.health.api.Metrics;
import de.einsnull.testkit.FakeMetrics;
import de.einsnull.testkit.RecordedStrikes;
import de.einsnull.web.api.LiveStream;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;

/** A module that floods open pages with news loses its own news, and no other page is late. */
@Timeout(60)
class LiveIsolationTest {

    private final RecordedStrikes guard = new RecordedStrikes();
    private final FakeMetrics metrics = new FakeMetrics();
    private TestPlatform platform;
    private LiveStream live;

    /** With signs of life every tenth of a second instead of every 15 s, so that a test need not wait. */
    @BeforeEach
    void start() throws Exception {
        platform = new TestPlatform();
        platform.context().registerService(Metrics.class, metrics, null);
        platform.await("/live", 400);
        var slow = serving();
        platform.configure("de.einsnull.web.live", Map.of("heartbeatInMs", 100));
        eventually("the new pace", () -> serving() > slow);
        platform.await("/live", 400);
    }

    private long serving() throws InvalidSyntaxException {
        var found = platform.context().getAllServiceReferences(LiveStream.class.getName(), null);
        return found == null ? -1 : (Long) found[0].getProperty(Constants.SERVICE_ID);
    }

    @AfterEach
    void stop() throws Exception {
        platform.close();
    }

    private InputStream listen(String channel) throws Exception {
        live = platform.service(LiveStream.class, null);
        var request = platform.request("/live?channel=" + channel).build();
        var page = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        LiveStreamTest.readUntil(page.body(), "id: 0\n\n");
        return page.body();
    }

    @Test
    void aFloodIsCutShortReportedAndItsPagesAreToldToLoadAnew() throws Exception {
        platform.context().registerService(ModuleGuard.class, guard, null);
        try (var page = listen("flood");
                var other = listen("news")) {
            for (int i = 0; i < 3_000; i++) {
                live.publish("flood", "\"" + i + "\"");
            }
            assertThat(guard.strikes()).contains("FLOODED live channel flood").hasSizeLessThan(10);
            assertThat(LiveStreamTest.readUntil(page, "event: resync")).contains("\"999\"");
            assertThat(LiveStreamTest.readUntil(other, ":\n\n:\n\n:\n\n")).doesNotContain("resync");
        }
    }

    /** A telephone in a tunnel must not keep a place for ever. */
    @Test
    void aPageThatTakesNothingAnyMoreIsCutOffAndCounted() throws Exception {
        try (var slow = new Socket("127.0.0.1", platform.port())) {
            slow.getOutputStream()
                    .write("GET /live?channel=slow HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.UTF_8));
            LiveStreamTest.readUntil(slow.getInputStream(), "id: 0\n\n");
            live = platform.service(LiveStream.class, null);
            assertThat(metrics.gauge("live.clients")).isEqualTo(1);
            var content = "\"" + "x".repeat(8_000) + "\"";
            eventually("the cut", () -> {
                for (int i = 0; i < 50; i++) {
                    live.publish("slow", content);
                }
                return metrics.counted("live.cut") == 1;
            });
            assertThat(metrics.counted("live.behind")).isPositive();
            assertThat(metrics.gauge("live.clients")).isZero();
        }
    }
}
