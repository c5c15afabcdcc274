package de.einsnull.security.core.request;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is left of a body after its answer. A server that closes a connection while the client is still sending resets it,
 * and the client loses the answer that would have told it why it was refused (RFC 9112, 9.6).
 */
final class RestOfBody {

    private static final Logger LOG = LoggerFactory.getLogger(RestOfBody.class);
    private static final long MAX_BYTES = 32L * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private RestOfBody() {}

    /** Reads on for a while and throws away what comes. Who sends more, or slower, is cut off. */
    static void discard(HttpServletRequest request) {
        // Who asks whether to send its body at all is not sending it.
        if (request.isAsyncStarted() || request.getHeader("Expect") != null) {
            return;
        }
        var end = System.nanoTime() + PATIENCE.toNanos();
        var waste = new byte[8192];
        try {
            var body = request.getInputStream();
            for (long sum = 0, read = 0; sum < MAX_BYTES && read >= 0 && System.nanoTime() - end < 0; sum += read) {
                read = body.read(waste);
            }
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("The client left, or the servlet reads its body as text", gone);
        }
    }
}
