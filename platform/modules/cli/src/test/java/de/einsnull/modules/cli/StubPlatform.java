package de.einsnull.modules.cli;

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

/** A platform that answers what a test says, with the password {@code geheim} of {@code admin}. */
final class StubPlatform implements AutoCloseable {

    private final Path data;
    private final List<String> asked = new ArrayList<>();
    private final Map<String, Queue<String>> answers = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final HttpServer server;

    /** @param data its data directory */
    StubPlatform(Path data) throws IOException {
        this.data = data;
        Files.createDirectories(data.resolve("secrets"));
        Files.writeString(data.resolve("secrets/admin-password"), "geheim\n");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
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
        if (answer.startsWith("3")) {
            exchange.getResponseHeaders().add("Location", answer.substring(4));
        }
        int status = in ? Integer.parseInt(answer.substring(0, 3)) : 401;
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    /**
     * What it answers.
     *
     * @param call method and path
     * @param answer status, a blank and the body, one after the other; the last again and again
     */
    void when(String call, String... answer) {
        answers.put(call, new ArrayDeque<>(List.of(answer)));
    }

    /** Runs the command line on it; the exit code. */
    int run(String... arguments) {
        return run(Map.of(), arguments);
    }

    int run(Map<String, String> more, String... arguments) {
        var environment = new HashMap<>(more);
        environment.putIfAbsent("EINSNULL_DATA", data.toString());
        environment.putIfAbsent("EINSNULL_URL", url());
        out.reset();
        err.reset();
        return Main.run(
                List.of(arguments),
                environment,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** What was asked: method, path and body. */
    List<String> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
