package de.einsnull.sensors.driver.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.testkit.MovableClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Without these a peer could fill the memory, hold a driver for ever or be given a secret that is not its own. */
class HttpSourceTest {

    private static final String SECRET = "Bearer 0123456789";

    private interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    private final MovableClock clock = MovableClock.at("2026-11-24T12:00:00Z");
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> secrets = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private HttpSource source;

    @BeforeEach
    void begin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        source = new HttpSource(Duration.ofSeconds(2), Map.of("Authorization", SECRET), clock);
    }

    @AfterEach
    void end() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void whatDidNotChangeIsNotSentAgain() throws Exception {
        serve("/feed", exchange -> {
            boolean same = "\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            exchange.getResponseHeaders().add("ETag", "\"1\"");
            respond(exchange, same ? 304 : 200, same ? "" : "hello");
        });

        assertThat(source.changed(at("/feed")))
                .hasValueSatisfying(page -> assertThat(page.body()).asString().isEqualTo("hello"));
        var again = source.changed(at("/feed")).orElseThrow();
        source.processed(again);

        assertThat(source.changed(at("/feed"))).isEmpty();
        assertThat(source.get(at("/feed")).body()).asString().isEqualTo("hello");
        clock.advance(HttpSource.CONDITIONAL);
        assertThat(source.changed(at("/feed")))
                .as("everything comes now and then for devices that are new here")
                .isPresent();
    }

    @Test
    void aSecretGoesToItsHostOnly() throws Exception {
        serve("/feed", exchange -> {
            secrets.add("first: " + exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getResponseHeaders()
                    .add("Location", "http://localhost:" + server.getAddress().getPort() + "/moved");
            respond(exchange, 302, "");
        });
        serve("/moved", exchange -> {
            secrets.add("other: " + exchange.getRequestHeaders().getFirst("Authorization"));
            respond(exchange, 200, "here");
        });

        assertThat(source.get(at("/feed")).body()).asString().isEqualTo("here");

        assertThat(secrets).containsExactly("first: " + SECRET, "other: null");
    }

    @Test
    void redirectsEndSomewhereOnTheWeb() {
        serve("/circle", exchange -> redirect(exchange, "/circle"));
        serve("/file", exchange -> redirect(exchange, "file:///etc/passwd"));

        assertFails("/circle", DriverCause.PROTOCOL, "again and again");
        assertFails("/file", DriverCause.COMMUNICATION, "leaves the web");
        assertThatThrownBy(() -> Redirects.next(URI.create("https://a.example/x"), "http://a.example/x"))
                .hasMessageContaining("leaves https");
    }

    /** A feed on the internet must not make the platform ask machines in the town hall. */
    @Test
    void nobodyOutsideSendsUsInside() {
        for (String inside : List.of("127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.1.1", "[fd00::1]", "[::1]")) {
            assertThat(HttpSource.mayLead(URI.create("http://93.184.216.34/"), URI.create("http://" + inside + "/x")))
                    .as(inside)
                    .isFalse();
        }
        assertThat(HttpSource.mayLead(URI.create("http://10.1.2.3/"), URI.create("http://192.168.0.1/")))
                .isTrue();
        assertThat(HttpSource.mayLead(URI.create("http://93.184.216.34/"), URI.create("http://93.184.216.35/")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"401, AUTHENTICATION", "403, AUTHENTICATION", "404, COMMUNICATION", "500, COMMUNICATION"})
    void whatIsWrongIsSaid(int status, DriverCause cause) {
        serve("/feed", exchange -> respond(exchange, status, "no"));

        assertFails("/feed", cause, String.valueOf(status));
    }

    @Test
    void aSecretInTheAddressIsNotShown() {
        assertThatThrownBy(() -> source.get(URI.create("http://127.0.0.1:1/feed?key=verysecret")))
                .isInstanceOf(DriverException.class)
                .hasMessageContaining("127.0.0.1:1/feed")
                .hasMessageNotContaining("verysecret");
    }

    @Test
    void answersAreUnzippedButNotWithoutEnd() throws Exception {
        var small = zipped(10);
        var bomb = zipped(HttpSource.MOST_BYTES + 1);
        serve("/small", exchange -> gzip(exchange, small));
        serve("/bomb", exchange -> gzip(exchange, bomb));

        assertThat(source.get(at("/small")).body()).hasSize(10);
        assertFails("/bomb", DriverCause.COMMUNICATION, "more than");
    }

    @Test
    void aPeerThatDribblesIsLeft() {
        serve("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                while (!end.await(100, TimeUnit.MILLISECONDS)) {
                    out.write('.');
                    out.flush();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertFails("/slow", DriverCause.COMMUNICATION, "takes too long");
    }

    @Test
    void theEncodingIsThatOfTheAnswer() {
        assertThat(page("text/csv; charset=ISO-8859-1").charset()).isEqualTo(StandardCharsets.ISO_8859_1);
        assertThat(page("text/csv; charset=klingon").charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(page("").charset()).isEqualTo(StandardCharsets.UTF_8);
    }

    private static Page page(String type) {
        return new Page(URI.create("http://example.org/"), new byte[0], type, "", "");
    }

    private void assertFails(String path, DriverCause cause, String text) {
        assertThatThrownBy(() -> source.get(at(path)))
                .isInstanceOfSatisfying(
                        DriverException.class, e -> assertThat(e.reason()).isEqualTo(cause))
                .hasMessageContaining(text);
    }

    private static byte[] zipped(int length) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(new byte[length]);
        }
        return bytes.toByteArray();
    }

    private static void gzip(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().add("Location", to);
        respond(exchange, 302, "");
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private void serve(String path, Answer answer) {
        server.createContext(path, exchange -> {
            try (exchange) {
                answer.give(exchange);
            }
        });
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }
}
