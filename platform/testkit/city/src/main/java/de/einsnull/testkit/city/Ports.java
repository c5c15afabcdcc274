package de.einsnull.testkit.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Free ports on loopback. */
public final class Ports {

    private Ports() {}

    /** A port that was free a moment ago. */
    public static int free() {
        try {
            return probe(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That port if it is free, otherwise another. */
    static int preferably(int port) {
        try {
            return probe(port);
        } catch (IOException busy) {
            return free();
        }
    }

    private static int probe(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
