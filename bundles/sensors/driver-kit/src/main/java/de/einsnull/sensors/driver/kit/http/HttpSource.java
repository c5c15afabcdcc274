package de.einsnull.sensors.driver.kit.http;

import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.driver.DriverException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks a web service politely and within limits: connecting, waiting and reading have time limits, an answer has at most
 * {@value #MOST_BYTES} bytes unzipped, at most {@value #REDIRECTS} redirects are followed, never from https to http, and
 * where the peer has validators only what changed is fetched. Secrets go to the host that was configured and to no other.
 * For one thread at a time; keeps no thread and no connection.
 */
public final class HttpSource {

    /** Longest answer, bytes. */
    public static final int MOST_BYTES = 8 * 1024 * 1024;

    /** Most redirects of one question. */
    public static final int REDIRECTS = 3;

    /** After this time everything is fetched again, because there may be new devices to report about. */
    static final Duration CONDITIONAL = Duration.ofMinutes(15);

    private static final int CONNECT_MILLIS = 5_000;
    private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> REFUSED = Set.of(401, 403, 407);

    private record Known(Page page, Instant since) {}

    private final Duration timeout;
    private final Map<String, String> headers;
    private final Clock clock;
    private final Map<URI, Known> known = new HashMap<>();

    /**
     * A source.
     *
     * @param timeout longest time for one answer
     * @param headers further headers, for example with a secret
     * @param clock the time
     */
    public HttpSource(Duration timeout, Map<String, String> headers, Clock clock) {
        this.timeout = timeout;
        this.headers = Map.copyOf(headers);
        this.clock = clock;
    }

    /**
     * Fetches.
     *
     * @param address http or https
     * @return the answer
     * @throws DriverException if there is none, or one that is not 200
     */
    public Page get(URI address) throws DriverException {
        return exchange(address, null)
                .orElseThrow(() -> new DriverException(DriverCause.PROTOCOL, safe(address) + " answers 304 unasked"));
    }

    /**
     * Fetches what changed since the page that was {@linkplain #processed processed} last.
     *
     * @param address http or https
     * @return the answer, empty if nothing changed
     * @throws DriverException if there is none, or neither 200 nor 304
     */
    public Optional<Page> changed(URI address) throws DriverException {
        Known before = known.get(address);
        boolean usable =
                before != null && clock.instant().isBefore(before.since().plus(CONDITIONAL));
        return exchange(address, usable ? before.page() : null);
    }

    /**
     * Remembers that a page need not be sent again.
     *
     * @param page everything in it was taken
     */
    public void processed(Page page) {
        if (page.etag().isEmpty() && page.lastModified().isEmpty()) {
            known.remove(page.address());
            return;
        }
        var kept = new Page(page.address(), new byte[0], "", page.etag(), page.lastModified());
        known.put(page.address(), new Known(kept, clock.instant()));
    }

    /** Has everything sent again, for when not everything was taken. */
    public void forget() {
        known.clear();
    }

    /**
     * Whether a peer may send us to an address: one on the web, not from https to http, and not from outside into the
     * city's own network.
     *
     * @param from the peer
     * @param to where it sends us
     * @return true if so
     */
    public static boolean mayLead(URI from, URI to) {
        return Redirects.mistake(from, to).isEmpty();
    }

    /**
     * An address as it may be shown: without query and user, which may be secret.
     *
     * @param address any
     * @return scheme, host and path
     */
    public static String safe(URI address) {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getScheme() + "://" + address.getHost() + port + address.getPath();
    }

    private Optional<Page> exchange(URI address, Page before) throws DriverException {
        long deadline = System.nanoTime() + timeout.toNanos();
        URI at = address;
        try {
            for (int hop = 0; hop <= REDIRECTS; hop++) {
                HttpURLConnection connection = connect(at, address, before);
                try {
                    int status = connection.getResponseCode();
                    if (!MOVED.contains(status)) {
                        return answer(address, connection, status, deadline);
                    }
                    at = Redirects.next(at, connection.getHeaderField("Location"));
                } finally {
                    connection.disconnect();
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new DriverException(
                    DriverCause.COMMUNICATION, safe(at) + " cannot be reached: " + Redirects.plain(e), e);
        }
        throw new DriverException(DriverCause.PROTOCOL, safe(address) + " redirects again and again");
    }

    private HttpURLConnection connect(URI at, URI address, Page before) throws IOException {
        var connection = (HttpURLConnection) at.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout((int) Math.min(CONNECT_MILLIS, timeout.toMillis()));
        connection.setReadTimeout((int) timeout.toMillis());
        connection.setUseCaches(false);
        connection.setRequestProperty("User-Agent", "EinsNull");
        connection.setRequestProperty("Accept-Encoding", "gzip");
        if (Redirects.sameHost(at, address)) {
            headers.forEach(connection::setRequestProperty);
        }
        if (before != null && !before.etag().isEmpty()) {
            connection.setRequestProperty("If-None-Match", before.etag());
        }
        if (before != null && !before.lastModified().isEmpty()) {
            connection.setRequestProperty("If-Modified-Since", before.lastModified());
        }
        return connection;
    }

    private Optional<Page> answer(URI address, HttpURLConnection connection, int status, long deadline)
            throws IOException, DriverException {
        if (status == HttpURLConnection.HTTP_NOT_MODIFIED) {
            return Optional.empty();
        }
        if (REFUSED.contains(status)) {
            throw new DriverException(
                    DriverCause.AUTHENTICATION, safe(address) + " refuses the credentials (" + status + ")");
        }
        if (status < 0) {
            throw new DriverException(DriverCause.PROTOCOL, safe(address) + " does not answer with HTTP");
        }
        if (status != HttpURLConnection.HTTP_OK) {
            throw new DriverException(DriverCause.COMMUNICATION, safe(address) + " answers " + status);
        }
        return Optional.of(new Page(
                address,
                Body.read(connection, MOST_BYTES, deadline),
                header(connection, "Content-Type"),
                header(connection, "ETag"),
                header(connection, "Last-Modified")));
    }

    private static String header(HttpURLConnection connection, String name) {
        return Optional.ofNullable(connection.getHeaderField(name)).orElse("");
    }
}
