package de.einsnull.web.cxf.host;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.web.api.LiveStream;
import java.io.BufferedInputStream;
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

/** What an open page sees of changes. */
@Timeout(30)
class LiveStreamTest {

    private TestPlatform platform;
    private LiveStream live;
    private final List<InputStream> open = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        platform = new TestPlatform();
        platform.await("/live", 400);
        live = platform.service(LiveStream.class, null);
    }

    @AfterEach
    void stop() throws Exception {
        for (var stream : open) {
            stream.close();
        }
        platform.close();
    }

    @Test
    void aPageHearsOfItsChannelOnly() throws Exception {
        var page = listen("/live?channel=map/parking");
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=utf-8");
        assertThat(page.headers().firstValue("X-Accel-Buffering")).hasValue("no");
        live.publish("map/charging", "{\"id\":0}");
        live.publish("map/parking", "{\"id\":\"ä\"}");
        var text = readUntil(page.body(), "\"ä\"}\n\n");
        assertThat(text).contains("data: {\"id\":\"ä\"}\n\n").doesNotContain("\"id\":0", "event:");
    }

    @Test
    void aPageOfSeveralChannelsCanTellThemApart() throws Exception {
        var page = listen("/live?channel=menu&channel=map/parking");
        live.publish("menu", "{}");
        assertThat(readUntil(page.body(), "data: {}")).contains("event: menu\ndata: {}");
    }

    /** A page that was away has missed changes and must load anew. */
    @Test
    void aPageThatComesBackIsToldToLoadAnew() throws Exception {
        var request = platform.request("/live?channel=menu")
                .header("Last-Event-ID", "0")
                .build();
        var page = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        open.add(page.body());
        assertThat(readUntil(page.body(), "event: resync")).contains("id: 0");
    }

    /** A page that does not read must cost neither memory nor the other pages' time. */
    @Test
    void aPageThatDoesNotKeepUpIsToldToLoadAnew() throws Exception {
        try (var slow = new Socket("127.0.0.1", platform.port())) {
            slow.setSoTimeout(15_000);
            slow.getOutputStream()
                    .write("GET /live?channel=flood HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.UTF_8));
            readUntil(slow.getInputStream(), "retry:");
            var quick = listen("/live?channel=news");
            var content = "\"" + "x".repeat(8_000) + "\"";
            for (var i = 0; i < 3_000; i++) {
                live.publish("flood", content);
            }
            live.publish("news", "\"still quick\"");
            assertThat(readUntil(quick.body(), "still quick")).isNotEmpty();
            assertThat(readUntil(new BufferedInputStream(slow.getInputStream()), "event: resync"))
                    .isNotEmpty();
        }
    }

    @Test
    void whatCannotBeSentIsRefused() {
        assertThatThrownBy(() -> live.publish("Not a channel", "{}")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> live.publish("menu", "{\n}")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> live.publish("menu", "x".repeat(8_193))).isInstanceOf(IllegalArgumentException.class);
        assertThat(platform.get("/live?channel=../x").statusCode()).isEqualTo(400);
    }

    /** One address must not take all places. */
    @Test
    void oneAddressGetsABoundedNumberOfStreams() throws Exception {
        for (var i = 0; i < 200; i++) {
            assertThat(listen("/live?channel=menu").statusCode()).isEqualTo(200);
        }
        assertThat(platform.get("/live?channel=menu").statusCode()).isEqualTo(429);
        open.remove(0).close();
        eventually("a place is free again", () -> {
            live.publish("menu", "{}");
            return listen("/live?channel=menu").statusCode() == 200;
        });
    }

    private HttpResponse<InputStream> listen(String path) throws Exception {
        var page = HttpClient.newHttpClient()
                .send(platform.request(path).build(), HttpResponse.BodyHandlers.ofInputStream());
        if (page.statusCode() == 200) {
            open.add(page.body());
            readUntil(page.body(), "id: 0\n\n");
        } else {
            page.body().close();
        }
        return page;
    }

    static String readUntil(InputStream stream, String end) throws IOException {
        var wanted = end.getBytes(StandardCharsets.UTF_8);
        var all = new StringBuilder();
        var matched = 0;
        while (matched < wanted.length) {
            var next = stream.read();
            if (next < 0) {
                throw new AssertionError("The stream ended with: " + all);
            }
            all.append((char) next);
            matched = next == (wanted[matched] & 0xFF) ? matched + 1 : next == (wanted[0] & 0xFF) ? 1 : 0;
        }
        return new String(all.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
