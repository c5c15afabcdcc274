package de.einsnull.bench;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** Keeps the load on this machine. */
final class Loopback {

    private Loopback() {}

    /**
     * Refuses every address that is not this machine's loopback.
     *
     * @param target address
     * @throws IllegalArgumentException if it is another machine's
     */
    static void require(URI target) {
        try {
            if (!InetAddress.getByName(target.getHost()).isLoopbackAddress()) {
                throw new IllegalArgumentException("Load goes to this machine only, not to " + target);
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("Load goes to this machine only, not to " + target, e);
        }
    }
}
