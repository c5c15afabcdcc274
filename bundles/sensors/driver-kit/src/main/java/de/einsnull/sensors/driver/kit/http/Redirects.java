package de.einsnull.sensors.driver.kit.http;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;

/** Where a peer may send us. */
final class Redirects {

    private Redirects() {}

    static URI next(URI from, String location) throws IOException {
        if (location == null) {
            throw new IOException("a redirect says not where to");
        }
        URI to = from.resolve(location);
        if (!isWeb(to)) {
            throw new IOException("a redirect leaves the web");
        }
        if ("https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(to.getScheme())) {
            throw new IOException("a redirect leaves https");
        }
        return to;
    }

    static boolean isWeb(URI address) {
        return address.getScheme() != null
                && address.getScheme().toLowerCase(Locale.ROOT).matches("https?")
                && address.getHost() != null;
    }

    static boolean sameHost(URI one, URI other) {
        return one.getHost().equalsIgnoreCase(other.getHost())
                && one.getPort() == other.getPort()
                && one.getScheme().equalsIgnoreCase(other.getScheme());
    }

    /** What went wrong, without the address, which may hold a secret. */
    static String plain(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("://") ? e.getClass().getSimpleName() : message;
    }
}
