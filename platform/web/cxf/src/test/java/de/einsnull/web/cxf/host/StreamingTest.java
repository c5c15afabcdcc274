package de.einsnull.web.cxf.host;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers that do not come at once or not whole. */
@Timeout(60)
class StreamingTest {

    private static final StreamingResource RESOURCE = new StreamingResource();
    private static TestPlatform platform;

    @BeforeAll
    static void start() throws Exception {
        platform = new TestPlatform();
        platform.serve("/api/stream", RESOURCE, "einsnull.rest.timeLimitInMs", 1_000);
        platform.await("/api/stream/own-tag", 200);
    }

    @AfterAll
    static void stop() throws Exception {
        platform.close();
    }

    /** Events that stay in a buffer are no events. */
    @Test
    void eventsArriveOneByOneAndLongAfterTheTimeLimit() throws Exception {
        var page = HttpClient.newHttpClient()
                .send(platform.request("/api/stream/events").build(), HttpResponse.BodyHandlers.ofInputStream());
        try (var body = page.body()) {
            assertThat(LiveStreamTest.readUntil(body, "first")).contains("data: first");
            RESOURCE.sink.get().send(RESOURCE.sse.get().newEvent("name", "second"));
            assertThat(LiveStreamTest.readUntil(body, "second")).contains("event: name");
        }
        RESOURCE.sink.get().close();
    }

    /** An open stream holds no thread and no place. */
    @Test
    void openStreamsLeaveRoomForOthers() throws Exception {
        var client = HttpClient.newHttpClient();
        var pages = Stream.generate(() -> client.sendAsync(
                        platform.request("/api/stream/events").build(), HttpResponse.BodyHandlers.ofInputStream()))
                .limit(40)
                .toList();
        for (var page : pages) {
            assertThat(page.join().statusCode()).isEqualTo(200);
        }
        assertThat(platform.get("/api/stream/own-tag").statusCode()).isEqualTo(200);
        for (var page : pages) {
            page.join().body().close();
        }
    }

    @Test
    void aSuspendedRequestIsAnsweredLater() {
        var answer = CompletableFuture.supplyAsync(() -> platform.get("/api/stream/later"));
        eventually("the request is suspended", () -> RESOURCE.suspended.get() != null);
        RESOURCE.suspended.get().resume("late but here");
        assertThat(answer.join().body()).isEqualTo("late but here");
        assertThat(platform.get("/api/stream/future").body()).isEqualTo("{\"name\":\"Rex\"}");
    }

    @Test
    void aLargeAnswerFlowsThroughWhole() {
        var answer = platform.get("/api/stream/large");
        assertThat(answer.body()).hasSize(1_000_000).endsWith("789");
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
    }

    /** A thread that streams for ever would be lost to everybody. */
    @Test
    void anAnswerThatTakesTooLongEnds() {
        assertThat(platform.get("/api/stream/stuck").body()).hasSize(400_000);
    }

    @Test
    void aResourceKnowsBetter() {
        var answer = platform.get("/api/stream/own-tag");
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"mine\"");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=60");
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(platform.port() + "/api/stream/7");
        var again = platform.send(platform.request("/api/stream/own-tag").header("If-None-Match", "\"mine\""));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(RESOURCE.loader.get()).isEqualTo(StreamingResource.class.getClassLoader());
    }
}
