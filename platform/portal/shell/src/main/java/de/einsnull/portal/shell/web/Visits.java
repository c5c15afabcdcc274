package de.einsnull.portal.shell.web;

import de.einsnull.portal.api.Language;
import de.einsnull.security.api.CurrentRequest;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads visits from requests. */
final class Visits {

    private static final int REMEMBERED_FOR_S = 365 * 24 * 3600;

    private final CurrentRequest current;

    Visits(CurrentRequest current) {
        this.current = current;
    }

    Visit of(HttpServletRequest request, Language language, String path) {
        Map<String, List<String>> parameters = request.getParameterMap().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
        return new Visit(
                "POST".equals(request.getMethod()) ? "POST" : "GET",
                language,
                path,
                parameters,
                Map.of(),
                current.identity(),
                current::csrfToken,
                current.requestId(),
                preferences(request));
    }

    /** Language for a request whose address has none. */
    Language language(HttpServletRequest request) {
        return LanguageChoice.choose(preferences(request), request.getHeader("Accept-Language"));
    }

    static Preferences preferences(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Preferences.NONE
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(Preferences.COOKIE))
                        .map(cookie -> Preferences.parse(cookie.getValue()))
                        .findFirst()
                        .orElse(Preferences.NONE);
    }

    static void remember(HttpServletRequest request, HttpServletResponse response, Preferences preferences) {
        var cookie = new Cookie(Preferences.COOKIE, preferences.format());
        cookie.setPath("/");
        cookie.setMaxAge(REMEMBERED_FOR_S);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    /** The path without escapes and without slashes at its end; empty if it is not a path. */
    static Optional<String> decode(String path) {
        try {
            String decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
            boolean odd = decoded.chars().anyMatch(c -> c < 0x20 || c == '\\' || c == 0x7f || c == 0xfffd)
                    || Arrays.asList(decoded.split("/")).contains("..");
            return odd ? Optional.empty() : Optional.of(decoded.replaceAll("/+$", ""));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
