package de.einsnull.data.jpa;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A network cable between a test and a server on this machine that can be pulled and plugged in again. */
final class Cable implements AutoCloseable {

    private final int target;
    private final int port;
    private final List<Socket> ends = new CopyOnWriteArrayList<>();
    private ServerSocket socket;

    Cable(int target) throws IOException {
        this.target = target;
        plugIn(0);
        this.port = socket.getLocalPort();
    }

    int port() {
        return port;
    }

    void pull() throws IOException {
        socket.close();
        for (var end : ends) {
            end.close();
        }
        ends.clear();
    }

    void plugIn() throws IOException {
        plugIn(port);
    }

    private void plugIn(int chosen) throws IOException {
        socket = new ServerSocket(chosen, 50, InetAddress.getLoopbackAddress());
        start("cable", () -> accept(socket));
    }

    private void accept(ServerSocket open) {
        try {
            while (!open.isClosed()) {
                var near = open.accept();
                var far = new Socket(InetAddress.getLoopbackAddress(), target);
                ends.addAll(List.of(near, far));
                start("cable-there", () -> copy(near, far));
                start("cable-back", () -> copy(far, near));
            }
        } catch (IOException e) {
            if (!open.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Ends when either side does. */
    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            assert from.isClosed() || to.isClosed() : e;
        }
    }

    private static void start(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        pull();
    }
}
