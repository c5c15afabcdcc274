package de.einsnull.sensors.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A device with a web interface on a free port of this machine: answers every request with one text, or one for each path, or misbehaves. Safe for
 * use by several threads.
 */
public final class FakeWebService implements FakeDevice, AutoCloseable {

    private static final int NONSENSE_BYTES = 200;

    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour = Behaviour.NORMAL;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private volatile String answer;

    /**
     * Begins to answer.
     *
     * @param answer body of every answer, of type {@code application/json}
     */
    public FakeWebService(String answer) {
        this.answer = answer;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        background(this::accept);
    }

    private static void background(Runnable work) {
        var thread = new Thread(work, "fake-web-service");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Where it answers.
     *
     * @return address without a path: {@code http://127.0.0.1:40123}
     */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /**
     * Answers with this from now on.
     *
     * @param next body
     */
    public void answerWith(String next) {
        answer = next;
    }

    /**
     * Answers with this at one path from now on; elsewhere as before.
     *
     * @param path with its slash, without a query
     * @param next body
     */
    public void answerAt(String path, String next) {
        answers.put(path, next);
    }

    /**
     * What it was asked while it behaved normally.
     *
     * @return request lines in order: {@code GET /values HTTP/1.1}
     */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void behave(Behaviour next) {
        behaviour = next;
        if (next != Behaviour.SILENT) {
            hangUp();
        }
    }

    private void hangUp() {
        open.forEach(FakeWebService::quietly);
        open.clear();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                open.add(socket);
                background(() -> serve(socket));
            } catch (IOException e) {
                // Closed by the test; a connection that could not be taken is one that the device lost.
                continue;
            }
        }
    }

    private void serve(Socket socket) {
        try {
            switch (behaviour) {
                case NORMAL -> answer(socket);
                case NONSENSE -> {
                    var noise = new byte[NONSENSE_BYTES];
                    new Random(1).nextBytes(noise);
                    socket.getOutputStream().write(noise);
                }
                case AWAY -> socket.setSoLinger(true, 0);
                case SILENT -> {
                    return;
                }
            }
        } catch (IOException e) {
            // The driver hung up.
        }
        open.remove(socket);
        quietly(socket);
    }

    private void answer(Socket socket) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        var request = reader.readLine();
        for (String line = request; line != null && !line.isEmpty(); line = reader.readLine()) {
            // The head of the request says nothing that matters here.
            continue;
        }
        if (request == null) {
            return;
        }
        requests.add(request);
        var path = request.split("[ ?]", 3);
        var body = answers.getOrDefault(path.length > 1 ? path[1] : "", answer).getBytes(StandardCharsets.UTF_8);
        var head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                + body.length + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().write(body);
        socket.getOutputStream().flush();
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hangUp();
    }
}
