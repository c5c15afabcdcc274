package de.einsnull.systemtest;

import com.sun.net.httpserver.HttpServer;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What drivers connect to: publishers on the web, and a meter that speaks Modbus TCP. On this machine only. */
final class Peers implements AutoCloseable {

    /** Value of every register of the meter. */
    static final int REGISTER = 1234;

    private static final int HEADER = 7;

    private final HttpServer web;
    private final ServerSocket meter;

    /** Peers with the given answers; {@code $web} in them is the address of the publisher. */
    Peers(Map<String, String> answers) throws IOException {
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answers.forEach((path, answer) -> web.createContext(path, exchange -> {
            byte[] bytes = answer.replace("$web", address()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        }));
        web.start();
        meter = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::serve, "meter");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return "http://127.0.0.1:" + web.getAddress().getPort();
    }

    int meterPort() {
        return meter.getLocalPort();
    }

    private void serve() {
        while (!meter.isClosed()) {
            try (Socket client = meter.accept()) {
                answer(client);
            } catch (IOException e) {
                // The driver hangs up when it has what it wants.
                continue;
            }
        }
    }

    private static void answer(Socket client) throws IOException {
        var in = new DataInputStream(client.getInputStream());
        for (byte[] header = in.readNBytes(HEADER); header.length == HEADER; header = in.readNBytes(HEADER)) {
            var request = ByteBuffer.wrap(in.readNBytes(ByteBuffer.wrap(header).getShort(4) - 1));
            int registers = request.getShort(3);
            var answer = ByteBuffer.allocate(HEADER + 2 + 2 * registers)
                    .put(header, 0, 4)
                    .putShort((short) (3 + 2 * registers))
                    .put(header[6])
                    .put(request.get(0))
                    .put((byte) (2 * registers));
            for (int i = 0; i < registers; i++) {
                answer.putShort((short) REGISTER);
            }
            client.getOutputStream().write(answer.array());
        }
    }

    @Override
    public void close() throws IOException {
        web.stop(0);
        meter.close();
    }
}
