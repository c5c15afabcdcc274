package de.einsnull.security.core.request;

import de.einsnull.security.core.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** One request. Used by the thread that handles it and those that it lets work for it. */
final class RequestState {

    private final String id;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Identifier identifier;
    private Who who;
    private String formSecret;

    RequestState(String id, HttpServletRequest request, HttpServletResponse response, Identifier identifier) {
        this.id = id;
        this.request = request;
        this.response = response;
        this.identifier = identifier;
    }

    String id() {
        return id;
    }

    /** Asked only when somebody wants to know: a page for everybody must not wait for the accounts. */
    synchronized Who who() {
        if (who == null) {
            who = identifier.identify(request);
        }
        return who;
    }

    /**
     * The token for the forms of a page. Depends on the session if there is one, otherwise on a cookie that is set now if
     * it is missing.
     */
    synchronized String csrfToken() {
        if (formSecret == null) {
            formSecret = secret();
        }
        return formSecret.isEmpty() ? "" : tokenOf(formSecret);
    }

    private String secret() {
        if (who().kind() == Who.Kind.SESSION) {
            return Cookies.read(request, Cookies.SESSION).orElse("");
        }
        return Cookies.read(request, Cookies.FORM).orElseGet(this::newCookie);
    }

    private String newCookie() {
        if (response.isCommitted()) {
            return "";
        }
        var fresh = Tokens.random();
        Cookies.write(request, response, Cookies.FORM, fresh);
        return fresh;
    }

    /** Whether a token that came back is the right one. Never sets a cookie. */
    boolean acceptsCsrf(String given) {
        var cookie = who().kind() == Who.Kind.SESSION ? Cookies.SESSION : Cookies.FORM;
        return Cookies.read(request, cookie)
                .filter(secret -> Tokens.same(tokenOf(secret), given))
                .isPresent();
    }

    private static String tokenOf(String secret) {
        return Tokens.sha256("csrf:" + secret);
    }
}
