package de.einsnull.security.core.request;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;

/** The two cookies of this bundle. Both end with the browser, and no script can read them. */
public final class Cookies {

    /** Token of the session. */
    public static final String SESSION = "einsnull-session";

    /** Ties a form to a browser that has not logged in. */
    public static final String FORM = "einsnull-csrf";

    private static final int MAX_LENGTH = 200;

    private Cookies() {}

    public static Optional<String> read(HttpServletRequest request, String name) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .filter(value -> !value.isEmpty() && value.length() <= MAX_LENGTH)
                        .findFirst();
    }

    public static void write(HttpServletRequest request, HttpServletResponse response, String name, String value) {
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        if (value.isEmpty()) {
            cookie.setMaxAge(0);
        }
        response.addCookie(cookie);
    }

    public static void delete(HttpServletRequest request, HttpServletResponse response, String name) {
        write(request, response, name, "");
    }
}
