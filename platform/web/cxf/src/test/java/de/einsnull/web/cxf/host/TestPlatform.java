package de.einsnull.web.cxf.host;

import de.einsnull.health.api.Metrics;
import de.einsnull.security.api.CurrentRequest;
import de.einsnull.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.felix.hc.api.HealthCheck;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;
import org.slf4j.LoggerFactory;

/**
 * The bundle under test in a real framework with the real HTTP server. The tests' own class loader gives the contracts,
 * so that a test registers its resources as services directly.
 */
final class TestPlatform {

    private static final Pattern EXPORT = Pattern.compile("([\\w.]+)((?:;[^,\"]*(?:\"[^\"]*\")?)*)(?:,|$)");
    private static final Pattern VERSION = Pattern.compile(";version=\"?([0-9.]+)\"?");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Framework framework;
    private final Path cache;
    private final int port;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    TestPlatform() throws BundleException, IOException {
        cache = Files.createTempDirectory("einsnull-web-test");
        try (var socket = new java.net.ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        framework = new org.apache.felix.framework.FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        cache.toString(),
                        Constants.FRAMEWORK_STORAGE_CLEAN,
                        Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        contracts(),
                        Constants.FRAMEWORK_BOOTDELEGATION,
                        "sun.*,jdk.*",
                        "org.osgi.service.http.port",
                        String.valueOf(port),
                        "org.apache.felix.http.host",
                        "127.0.0.1"));
        framework.start();
        var bundles = new ArrayList<org.osgi.framework.Bundle>();
        for (var name : List.of(
                "org.osgi.util.function",
                "org.osgi.util.promise",
                "org.osgi.service.component-",
                "org.apache.felix.configadmin",
                "commons-io",
                "commons-fileupload",
                "http.servlet-api",
                "http.jetty12",
                "org.apache.felix.scr")) {
            bundles.add(context().installBundle(onClassPath(name)));
        }
        bundles.add(context()
                .installBundle("reference:"
                        + Path.of("target/classes").toAbsolutePath().toUri()));
        for (var bundle : bundles) {
            bundle.start();
        }
    }

    private static String onClassPath(String name) {
        return java.util.Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(entry -> Path.of(entry).getFileName().toString().contains(name))
                .map(entry -> "reference:" + Path.of(entry).toUri())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is not on the class path"));
    }

    /** What the system bundle exports on behalf of the contract bundles. */
    private static String contracts() {
        return List.of(
                        RestResource.class,
                        CurrentRequest.class,
                        Metrics.class,
                        PermitAll.class,
                        Valid.class,
                        jakarta.ws.rs.Path.class,
                        com.fasterxml.jackson.databind.ObjectMapper.class,
                        com.fasterxml.jackson.core.JsonFactory.class,
                        com.fasterxml.jackson.annotation.JsonInclude.class,
                        com.fasterxml.jackson.datatype.jsr310.JavaTimeModule.class,
                        Operation.class,
                        HealthCheck.class,
                        LoggerFactory.class)
                .stream()
                .map(TestPlatform::exportsOf)
                .collect(Collectors.joining(","));
    }

    private static String exportsOf(Class<?> type) {
        try {
            var place = type.getProtectionDomain().getCodeSource().getLocation();
            var jar = place.getPath().endsWith("/")
                    ? place + "META-INF/MANIFEST.MF"
                    : "jar:" + place + "!/META-INF/MANIFEST.MF";
            try (var stream = URI.create(jar).toURL().openStream()) {
                var header = new Manifest(stream).getMainAttributes().getValue(Constants.EXPORT_PACKAGE);
                var packages = new ArrayList<String>();
                for (var found = EXPORT.matcher(header); found.find(); ) {
                    var version = VERSION.matcher(found.group(2));
                    packages.add(found.group(1) + (version.find() ? ";version=" + version.group(1) : ""));
                }
                return String.join(",", packages);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    int port() {
        return port;
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    ServiceRegistration<RestResource> serve(String path, RestResource resource, Object... more) {
        var properties = new HashMap<String, Object>();
        properties.put("einsnull.rest.path", path);
        properties.put("einsnull.rest.title", "Test " + path);
        for (var i = 0; i < more.length; i += 2) {
            properties.put((String) more[i], more[i + 1]);
        }
        return context().registerService(RestResource.class, resource, new Hashtable<>(properties));
    }

    <T> T service(Class<T> type, String filter) throws InvalidSyntaxException {
        return type.cast(context().getService(context().getAllServiceReferences(type.getName(), filter)[0]));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(15));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    /** Waits for a path to answer with a status, without sleeping longer than needed. */
    HttpResponse<String> await(String path, int status) {
        var found = new ArrayList<HttpResponse<String>>();
        until(() -> {
            found.clear();
            found.add(get(path));
            return found.get(0).statusCode() == status;
        });
        return found.get(0);
    }

    static void until(Callable<Boolean> condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!condition.call()) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("did not happen within " + PATIENCE);
                }
                Thread.onSpinWait();
                java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
            }
        } catch (RuntimeException error) {
            throw error;
        } catch (Exception error) {
            throw new IllegalStateException(error);
        }
    }

    void close() throws Exception {
        framework.stop();
        framework.waitForStop(20_000);
        try (var files = Files.walk(cache)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
