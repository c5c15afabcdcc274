package ${package};

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** The web service, as a test wants it. */
final class WebService implements AutoCloseable {

    private final HttpServer server;
    private volatile byte[] answer = {};
    private volatile int status = 200;

    WebService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = answer;
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/{device}.json";
    }

    void says(String text) {
        answer = text.getBytes(StandardCharsets.UTF_8);
    }

    /** Says it with some bytes changed. */
    void says(String text, Random random) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int change = random.nextInt(4); change > 0; change--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        answer = bytes;
    }

    void fails() {
        status = 500;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
