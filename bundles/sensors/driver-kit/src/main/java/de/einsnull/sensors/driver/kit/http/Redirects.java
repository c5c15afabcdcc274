package de.einsnull.sensors.driver.kit.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/** Where a peer may send us. */
final class Redirects {

    private Redirects() {}

    static URI next(URI from, String location) throws IOException {
        if (location == null) {
            throw new IOException("a redirect says not where to");
        }
        URI to = from.resolve(location);
        String mistake = mistake(from, to);
        if (!mistake.isEmpty()) {
            throw new IOException("a redirect leaves " + mistake);
        }
        return to;
    }

    /** What a step from one address to another leaves; empty if it may be done. */
    static String mistake(URI from, URI to) {
        if (!isWeb(to)) {
            return "the web";
        }
        if ("https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(to.getScheme())) {
            return "https";
        }
        return isInside(to.getHost()) && !isInside(from.getHost()) ? "the internet" : "";
    }

    private static boolean isInside(String host) {
        try {
            var address = InetAddress.getByName(host);
            return address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || address.isLinkLocalAddress()
                    || address.isSiteLocalAddress()
                    || isUniqueLocal(address.getAddress());
        } catch (UnknownHostException e) {
            // Connecting will say so.
            return false;
        }
    }

    /** fc00::/7, which Java does not know by a name. */
    private static boolean isUniqueLocal(byte[] address) {
        return address.length == 16 && (address[0] & 0xfe) == 0xfc;
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
