package de.einsnull.security.core.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How a request is refused: JSON for programs (RFC 9457), the portal's error page or the login page for people. */
enum Refusal {
    LOGIN_NEEDED(
            401,
            "login-needed",
            "Anmeldung nötig",
            "Login needed",
            "Melden Sie sich an, um diese Adresse zu nutzen.",
            "Log in to use this address."),
    WRONG_LOGIN(
            401,
            "wrong-login",
            "Anmeldung fehlgeschlagen",
            "Login failed",
            "Name oder Passwort stimmen nicht.",
            "The name or the password is wrong."),
    NOT_ALLOWED(
            403,
            "not-allowed",
            "Kein Zugriff",
            "Not allowed",
            "Ihr Konto hat dafür keine Berechtigung. Ihre Verwaltung kann sie erteilen.",
            "Your account has no permission for this. Your administration can grant it."),
    STALE_FORM(
            403,
            "stale-form",
            "Formular abgelaufen",
            "Form has expired",
            "Laden Sie die Seite neu und senden Sie das Formular noch einmal.",
            "Reload the page and send the form again."),
    TOO_LARGE(
            413,
            "body-too-large",
            "Zu viele Daten",
            "Too much data",
            "Die Anfrage ist größer, als diese Adresse erlaubt.",
            "The request is larger than this address allows."),
    TOO_MANY(
            429,
            "too-many-attempts",
            "Zu viele Versuche",
            "Too many attempts",
            "Warten Sie einen Moment und versuchen Sie es dann noch einmal.",
            "Wait a moment, then try again."),
    ACCOUNTS_AWAY(
            503,
            "accounts-away",
            "Anmeldung gerade nicht möglich",
            "Login not possible right now",
            "Die Konten sind gerade nicht erreichbar. Versuchen Sie es in einigen Minuten noch einmal.",
            "The accounts cannot be reached right now. Try again in some minutes.");

    private final int status;
    private final String code;
    private final String titleDe;
    private final String titleEn;
    private final String detailDe;
    private final String detailEn;

    Refusal(int status, String code, String titleDe, String titleEn, String detailDe, String detailEn) {
        this.status = status;
        this.code = code;
        this.titleDe = titleDe;
        this.titleEn = titleEn;
        this.detailDe = detailDe;
        this.detailEn = detailEn;
    }

    int status() {
        return status;
    }

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (Paths.forPrograms(request)) {
            answerProgram(request, response);
        } else if (this == LOGIN_NEEDED && "GET".equals(request.getMethod())) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", loginPage(request));
        } else {
            response.sendError(status);
        }
    }

    private static String loginPage(HttpServletRequest request) {
        var query = request.getQueryString();
        var next = request.getRequestURI() + (query == null ? "" : "?" + query);
        return "/" + Paths.language(request) + "/anmelden?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    private void answerProgram(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var german = Paths.language(request).startsWith("de");
        response.setStatus(status);
        // Not for browsers: they would remember the password and send it along with requests of foreign pages.
        if (status == HttpServletResponse.SC_UNAUTHORIZED && request.getHeader("Sec-Fetch-Site") == null) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"EinsNull\", charset=\"UTF-8\"");
        }
        response.setContentType("application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Language", german ? "de" : "en");
        response.getWriter()
                .write("{\"type\":\"/problems/" + code + "\",\"status\":" + status + ",\"title\":\""
                        + (german ? titleDe : titleEn) + "\",\"detail\":\"" + (german ? detailDe : detailEn) + "\"}");
    }
}
