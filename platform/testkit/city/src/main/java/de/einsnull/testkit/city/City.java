package de.einsnull.testkit.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One running platform: the real distribution as its own process on free ports with its own data directory.
 *
 * <p>Not thread-safe but for the HTTP methods.
 */
public final class City implements AutoCloseable {

    /** What a busy two-core machine may need from an empty data directory; a quiet one needs a fraction. */
    public static final Duration START_LIMIT = Duration.ofSeconds(120);

    private static final Duration ARRIVES = Duration.ofSeconds(30);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(20);

    private final Path data;
    private final Path home;
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private Process process;

    private City(Path home, Path data) {
        this.home = home;
        this.data = data;
        with("einsnull.http.port", Integer.toString(Ports.free()));
        with("einsnull.bus.mqtt.port", Integer.toString(Ports.free()));
        with("einsnull.bus.amqp.port", Integer.toString(Ports.free()));
        with("einsnull.deploy", data.resolve("deploy").toString());
        // Tests drop modules that nobody signed.
        with("einsnull.development", "true");
    }

    /** A city with an empty data directory, not started. */
    public static City create(String name) {
        return new City(Distribution.home(), Distribution.newDirectory(name));
    }

    /** Sets a system property of the platform's JVM before the start. */
    public City with(String property, String value) {
        properties.put(property, value);
        return this;
    }

    /** Sets an environment variable of the platform before the start. */
    public City environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Gives the city configuration files of its own, in {@link #etc()}, to be changed by the test. */
    public City withOwnEtc() {
        Distribution.copy(home.resolve("etc"), etc());
        return with("karaf.etc", etc().toString());
    }

    /** Where {@link #withOwnEtc()} puts the configuration files. */
    public Path etc() {
        return data.resolve("etc");
    }

    /** With the simulated sensors. */
    public City withDemo() {
        return with("einsnull.boot", "einsnull-all,einsnull-sensors-demo");
    }

    /** Starts the process without waiting for anything. */
    public City launch() {
        try {
            Files.createDirectories(data.resolve("deploy"));
            ProcessBuilder builder =
                    new ProcessBuilder(home.resolve("bin/einsnull").toString());
            builder.environment().put("EINSNULL_DATA", data.toString());
            builder.environment().put("JAVA_OPTS", javaOptions());
            builder.environment().putAll(environment);
            builder.redirectErrorStream(true).redirectOutput(console().toFile());
            process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the process and returns when {@code /health/ready} says so. */
    public City start() {
        launch();
        awaitReady(START_LIMIT);
        return this;
    }

    public void awaitReady(Duration limit) {
        try {
            Waits.until("/health/ready of " + this, limit, () -> {
                if (!process.isAlive()) {
                    throw new IllegalStateException("The platform ended with exit code " + process.exitValue());
                }
                return get("/health/ready").statusCode() == 200;
            });
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + diagnosis(), e);
        }
    }

    /** SIGTERM, then waits for the end. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    /** {@code kill -9}: no shutdown hook, no flush. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("Still running " + STOP_LIMIT.toSeconds() + " s after the signal to stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            process.destroyForcibly();
            awaitEnd();
        }
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + property("einsnull.http.port") + path);
    }

    public int mqttPort() {
        return Integer.parseInt(property("einsnull.bus.mqtt.port"));
    }

    public int amqpPort() {
        return Integer.parseInt(property("einsnull.bus.amqp.port"));
    }

    public Path data() {
        return data;
    }

    public Path deploy() {
        return data.resolve("deploy");
    }

    public long pid() {
        return process.pid();
    }

    public HttpResponse<String> get(String path) throws IOException {
        return send(HttpRequest.newBuilder(url(path)));
    }

    /** Sends any request to this city, with a time limit. */
    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.timeout(REQUEST_LIMIT).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /**
     * A request of city IT.
     *
     * @param path path with query
     * @return to be completed and sent
     */
    public HttpRequest.Builder asAdmin(String path) {
        String login = "admin:" + adminPassword();
        return HttpRequest.newBuilder(url(path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Waits until a page shows some texts.
     *
     * @param path path of the page
     * @param texts all of them must stand in what the city answers
     */
    public void awaitText(String path, String... texts) {
        Waits.until(List.of(texts) + " at " + path, ARRIVES, () -> {
            String body = get(path).body();
            return Arrays.stream(texts).allMatch(body::contains);
        });
    }

    /**
     * Waits until a path answers with a status.
     *
     * @param path path with query
     * @param status HTTP status
     */
    public void awaitStatus(String path, int status) {
        Waits.untilEqual("status of " + path, ARRIVES, status, () -> get(path).statusCode());
    }

    /** The password that the first start invented for city IT. */
    public String adminPassword() {
        return read(data.resolve("secrets/admin-password")).strip();
    }

    /** What the platform printed where a person would look. */
    public String consoleText() {
        return read(console());
    }

    private Path console() {
        return data.resolve("console.txt");
    }

    private String property(String name) {
        return properties.get(name);
    }

    private String javaOptions() {
        List<String> options = new ArrayList<>();
        properties.forEach((name, value) -> options.add("-D" + name + "=" + value));
        return String.join(" ", options);
    }

    private String diagnosis() {
        String readiness;
        try {
            readiness = get("/health/ready").body();
        } catch (IOException e) {
            readiness = e.toString();
        }
        return "readiness: " + readiness + "\nconsole: " + consoleText();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return url("/") + " in " + data;
    }
}
