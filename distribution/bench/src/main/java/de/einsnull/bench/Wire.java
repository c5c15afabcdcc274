package de.einsnull.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection to a server of this machine that is kept open: a request, its answer, the next. Client and server share
 * the processors, so the client has to be cheap. Not thread-safe.
 */
final class Wire implements AutoCloseable {

    private static final int READ_LIMIT_MILLIS = 60_000;
    private static final int BUFFER = 65_536;

    private final Socket socket;
    private final BufferedInputStream in;
    private final OutputStream out;

    /**
     * Connects.
     *
     * @param server address on this machine
     */
    Wire(URI server) throws IOException {
        Loopback.require(server);
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(READ_LIMIT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        out = socket.getOutputStream();
    }

    /**
     * An answer.
     *
     * @param status HTTP status
     * @param body the body
     */
    record Reply(int status, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /**
     * A request as it goes over the wire.
     *
     * @param method HTTP method
     * @param target path with query, encoded
     * @param authorization value of that header, empty for nobody
     * @param body JSON, empty without one
     */
    static byte[] request(String method, String target, String authorization, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + (authorization.isEmpty() ? "" : "Authorization: " + authorization + "\r\n")
                + (body.isEmpty() ? "" : "Content-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n")
                + "\r\n";
        var all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(bytes);
        return all.toByteArray();
    }

    /** Sends a request and reads the whole answer. */
    Reply send(byte[] request) throws IOException {
        out.write(request);
        out.flush();
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = -1;
        boolean chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        }
        return new Reply(status, chunked ? chunks() : in.readNBytes(Math.max(0, length)));
    }

    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream();
        for (int size = chunk(); size > 0; size = chunk()) {
            all.writeBytes(in.readNBytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line().split(";")[0].strip(), 16);
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
