package de.einsnull.web.cxf.http;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Spares the client a body that it has already (RFC 9110, 13.1.2). */
public final class Conditional {

    private static final int TAG_BYTES = 12;

    private Conditional() {}

    /**
     * Adds an entity tag to a whole answer to GET and turns it into 304 if the client knows it. A tag that the resource
     * has set itself is kept.
     */
    public static void apply(HttpServletRequest request, GuardedResponse response) {
        if (!"GET".equals(request.getMethod()) || response.getStatus() != 200 || !response.isKept()) {
            return;
        }
        if (!response.containsHeader("Cache-Control")) {
            response.setHeader("Cache-Control", "no-cache");
        }
        var tag = response.getHeader("ETag");
        if (tag == null) {
            tag = tagOf(response.body());
            response.setHeader("ETag", tag);
        }
        if (matches(request.getHeader("If-None-Match"), tag)) {
            response.discardBody();
            response.setStatus(304);
        }
    }

    static String tagOf(byte[] body) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(body);
            // Weak, because the server may compress the same content.
            return "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, TAG_BYTES))
                    + "\"";
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static boolean matches(String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        var wanted = opaque(tag);
        return "*".equals(ifNoneMatch.trim())
                || Arrays.stream(ifNoneMatch.split(","))
                        .anyMatch(one -> opaque(one).equals(wanted));
    }

    private static String opaque(String tag) {
        // Jetty marks what it compressed.
        return tag.trim().replaceFirst("^W/", "").replace("--gzip\"", "\"");
    }
}
