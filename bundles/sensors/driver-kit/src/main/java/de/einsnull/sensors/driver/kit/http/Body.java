package de.einsnull.sensors.driver.kit.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.util.zip.GZIPInputStream;

/** Reads an answer, not more of it than wanted and not longer. */
final class Body {

    private static final int CHUNK = 16 * 1024;

    private Body() {}

    static byte[] read(HttpURLConnection connection, int most, long deadline) throws IOException {
        boolean zipped = "gzip".equalsIgnoreCase(connection.getContentEncoding());
        try (InputStream raw = connection.getInputStream();
                InputStream in = zipped ? new GZIPInputStream(raw) : raw) {
            return read(in, most, deadline);
        }
    }

    private static byte[] read(InputStream in, int most, long deadline) throws IOException {
        var all = new ByteArrayOutputStream();
        var chunk = new byte[CHUNK];
        for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
            all.write(chunk, 0, length);
            if (all.size() > most) {
                throw new IOException("the answer has more than " + most + " bytes");
            }
            if (System.nanoTime() - deadline > 0) {
                throw new SocketTimeoutException("the answer takes too long");
            }
        }
        return all.toByteArray();
    }
}
