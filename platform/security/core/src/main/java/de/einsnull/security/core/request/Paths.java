package de.einsnull.security.core.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;

/** What the path of a request says about its caller. */
public final class Paths {

    private static final List<String> MACHINE = List.of("/api", "/sensorthings", "/metrics", "/health", "/live");
    private static final Set<String> LANGUAGES = Set.of("de", "de-simple", "en", "uk", "tr", "ar");

    private Paths() {}

    /** The decoded path that decided which servlet serves the request. */
    public static String of(HttpServletRequest request) {
        var info = request.getPathInfo();
        return request.getServletPath() + (info == null ? "" : info);
    }

    /** Whether programs call it rather than people: they get JSON, and may use HTTP Basic. */
    static boolean forPrograms(HttpServletRequest request) {
        var path = of(request);
        return MACHINE.stream().anyMatch(start -> path.equals(start) || path.startsWith(start + "/"));
    }

    /** The language in the path, otherwise the first known one the browser accepts, otherwise German. */
    static String language(HttpServletRequest request) {
        var path = of(request);
        var end = path.indexOf('/', 1);
        var first = path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
        if (LANGUAGES.contains(first)) {
            return first;
        }
        return accepted(request.getHeader("Accept-Language"));
    }

    private static String accepted(String header) {
        for (var part : (header == null ? "" : header).split(",")) {
            var language = part.strip().split("[-;]")[0];
            if (LANGUAGES.contains(language)) {
                return language;
            }
        }
        return "de";
    }

    /** A language from a form, checked. */
    public static String languageOr(String given, HttpServletRequest request) {
        return given != null && LANGUAGES.contains(given) ? given : language(request);
    }

    /** Whether a redirection stays on this site: an absolute path, not another host, no control characters. */
    public static boolean isLocal(String target) {
        return target != null
                && target.length() <= 2_000
                && target.startsWith("/")
                && !target.startsWith("//")
                && target.indexOf('\\') < 0
                && target.chars().noneMatch(Character::isISOControl);
    }
}
