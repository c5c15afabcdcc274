package de.einsnull.modules.cli;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Talks to {@code /api/modules}. */
final class Client {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(5);
    private static final int FIRST_REDIRECT = 300;
    private static final int FIRST_ERROR = 400;

    private final Options options;
    private final Semaphore ended = new Semaphore(0);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();

    Client(Options options) {
        this.options = options;
    }

    String get(String path) throws Failure, InterruptedException {
        return send(path, "GET", BodyPublishers.noBody(), "application/json");
    }

    String post(String path, String json) throws Failure, InterruptedException {
        return send(path, "POST", BodyPublishers.ofString(json), "application/json");
    }

    String delete(String path) throws Failure, InterruptedException {
        return send(path, "DELETE", BodyPublishers.noBody(), "application/json");
    }

    String upload(String path, Path file) throws Failure, InterruptedException {
        try {
            return send(path, "POST", BodyPublishers.ofFile(file), "application/octet-stream");
        } catch (java.io.FileNotFoundException e) {
            throw new Failure(Failure.USAGE, file + " cannot be read.");
        }
    }

    /** Waits before the next look; an interruption ends it. */
    void pause(Duration time) throws InterruptedException {
        ended.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String send(String path, String method, BodyPublisher body, String type)
            throws Failure, InterruptedException {
        String login = options.user() + ":" + options.password();
        var request = HttpRequest.newBuilder(options.url().resolve("/api/modules" + path))
                .timeout(ANSWER_LIMIT)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .header("Accept", "application/json")
                .header("Accept-Language", "en")
                .header("Content-Type", type)
                .method(method, body)
                .build();
        try {
            return checked(http.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw Failure.away(
                    "The platform at " + options.url() + " does not answer. Is it running? --url names another one.");
        }
    }

    private String checked(HttpResponse<String> answer) throws Failure {
        if (answer.statusCode() >= FIRST_REDIRECT && answer.statusCode() < FIRST_ERROR) {
            throw new Failure(
                    Failure.UNREACHABLE,
                    options.url() + " sends on to "
                            + answer.headers().firstValue("Location").orElse("somewhere else")
                            + ". Name the address itself with --url.");
        }
        if (answer.statusCode() < FIRST_ERROR) {
            return json(answer.body());
        }
        throw switch (answer.statusCode()) {
            case 502, 503, 504 -> Failure.away("The platform at " + options.url() + " is not ready: " + detail(answer)
                    + " Try again in a minute.");
            case 401, 403, 429 -> new Failure(
                    Failure.UNREACHABLE,
                    "The platform does not let " + options.user() + " in: " + detail(answer)
                            + " The account needs the role admin; its password comes from --password-file.");
            default -> new Failure(Failure.REFUSED, detail(answer));
        };
    }

    /** A proxy may answer with a page of its own where the platform answers with JSON, or with nothing. */
    private String json(String body) throws Failure {
        try {
            String json = body.isBlank() ? "null" : body;
            Json.read(json);
            return json;
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    Failure.UNREACHABLE,
                    "What answers at " + options.url() + " is not the platform. --url names another address.");
        }
    }

    /** Every error of the platform is a problem (RFC 9457); a proxy before it may answer with something else. */
    private static String detail(HttpResponse<String> answer) {
        try {
            Part problem = Part.of(answer.body());
            var text = new StringBuilder(problem.text("detail"));
            if (problem.at("errors").list().size() > 1) {
                problem.at("errors").list().forEach(one -> text.append("\n  - ")
                        .append(one.text("pointer"))
                        .append(": ")
                        .append(one.text("detail")));
            }
            return text.isEmpty() ? "status " + answer.statusCode() : text.toString();
        } catch (IllegalArgumentException notJson) {
            return "status " + answer.statusCode();
        }
    }
}
