package de.einsnull.systemtest;

import de.einsnull.testkit.city.City;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who has logged in through the form and has a session cookie, without a browser around it. */
final class WebSession {

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern PASSWORD = Pattern.compile("<code[^>]*translate=\"no\"[^>]*>([^<]+)</code>");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final City city;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private WebSession(City city) {
        this.city = city;
    }

    static WebSession logIn(City city, String name, String password) throws IOException {
        var session = new WebSession(city);
        var fields = Map.of("name", name, "password", password, "lang", "de", "next", "/de/");
        var answer = session.submit("/login", session.token("/de/anmelden"), fields);
        if (answer.uri().getPath().contains("anmelden")) {
            throw new IOException("Not logged in: " + answer.uri());
        }
        return session;
    }

    /** Creates an account as city IT does; the password is shown once. */
    String createStaff(String name) throws IOException {
        String page = "/de/verwaltung/konten/neu";
        var fields = Map.of("name", name, "displayName", "Kim Beispiel", "staff", "true", "more", "");
        return first(PASSWORD, submit(page, token(page), fields).body());
    }

    /** The token that forms of a page carry. */
    String token(String page) throws IOException {
        return first(TOKEN, send(HttpRequest.newBuilder(city.url(page)).GET()).body());
    }

    private static String first(Pattern pattern, String text) throws IOException {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new IOException("No " + pattern + " in " + text);
        }
        return found.group(1);
    }

    private HttpResponse<String> submit(String path, String token, Map<String, String> fields) throws IOException {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8) + "&", ""));
        return send(HttpRequest.newBuilder(city.url(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** Sends a request with the session's cookie. */
    HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
