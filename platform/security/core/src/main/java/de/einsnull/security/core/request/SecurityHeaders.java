package de.einsnull.security.core.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Headers on every response, also on errors. Nothing inline, nothing from elsewhere, unless an origin is configured. */
final class SecurityHeaders {

    private static final Map<String, String> FIXED = Map.of(
            "Referrer-Policy", "same-origin",
            "X-Content-Type-Options", "nosniff",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "geolocation=(self), camera=(), microphone=(), payment=(), usb=()");
    private static final String HSTS = "max-age=31536000";

    private final String contentPolicy;

    /**
     * @param sources further origins for images and data
     * @throws IllegalArgumentException if one is not an origin such as {@code https://tiles.example.org}
     */
    SecurityHeaders(String... sources) {
        var further = Arrays.stream(sources)
                .map(String::strip)
                .filter(source -> !source.isEmpty())
                .map(SecurityHeaders::origin)
                .collect(Collectors.joining(" "));
        var more = further.isEmpty() ? "" : " " + further;
        contentPolicy = String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' data: blob:" + more,
                "font-src 'self'",
                "connect-src 'self'" + more,
                "worker-src 'self' blob:",
                "manifest-src 'self'",
                "form-action 'self'",
                "base-uri 'none'",
                "frame-ancestors 'none'");
    }

    void apply(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", contentPolicy);
        FIXED.forEach(response::setHeader);
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", HSTS);
        }
        if (request.getHeader("Cookie") != null || request.getHeader("Authorization") != null) {
            // What depends on the person must not stay in a cache; a servlet that knows better says so itself.
            response.setHeader("Cache-Control", "no-store");
        }
    }

    private static String origin(String text) {
        var uri = URI.create(text);
        var plain = uri.getHost() != null && uri.getPath().isEmpty() && uri.getQuery() == null;
        if (!plain || !("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
            throw new IllegalArgumentException("contentSources: not an origin like https://tiles.example.org: " + text);
        }
        return text;
    }
}
