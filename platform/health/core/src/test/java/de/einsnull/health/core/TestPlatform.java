package de.einsnull.health.core;

import com.fasterxml.jackson.core.JsonFactory;
import de.einsnull.health.api.Metrics;
import de.einsnull.security.api.CurrentRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.hc.api.HealthCheck;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.slf4j.LoggerFactory;

/** The bundle under test in a real framework with the real HTTP server and health check executor. */
final class TestPlatform {

    private static final Pattern EXPORT = Pattern.compile("([\\w.]+)((?:;[^,\"]*(?:\"[^\"]*\")?)*)(?:,|$)");
    private static final Pattern VERSION = Pattern.compile(";version=\"?([0-9.]+)\"?");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Framework framework;
    private final Path cache;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    TestPlatform() throws BundleException, IOException {
        cache = Files.createTempDirectory("einsnull-health-test");
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        cache.toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        contracts(),
                        "org.osgi.service.http.port",
                        String.valueOf(port),
                        "org.apache.felix.http.host",
                        "127.0.0.1"));
        framework.start();
        var bundles = new ArrayList<Bundle>();
        for (var name : List.of(
                "org.osgi.util.function",
                "org.osgi.util.promise",
                "org.osgi.service.component-",
                "felix.configadmin",
                "felix.eventadmin",
                "commons-io",
                "commons-fileupload",
                "http.servlet-api",
                "http.jetty12",
                "felix.scr",
                "healthcheck.core")) {
            bundles.add(install(name, onClassPath(name)));
        }
        bundles.add(install("de.einsnull.health.core", Path.of("target/classes")));
        for (var bundle : bundles) {
            bundle.start();
        }
    }

    /** With a location like Karaf's, so that the bundle counts as one of the platform's. */
    private Bundle install(String name, Path file) throws BundleException, IOException {
        try (var content = Files.isDirectory(file) ? packed(file) : Files.newInputStream(file)) {
            return context().installBundle("mvn:test/" + name, content);
        }
    }

    private static InputStream packed(Path folder) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var manifest = Files.newInputStream(folder.resolve("META-INF/MANIFEST.MF"));
                var jar = new JarOutputStream(bytes, new Manifest(manifest));
                var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = folder.relativize(file).toString().replace(File.separatorChar, '/');
                if (!name.equals("META-INF/MANIFEST.MF")) {
                    jar.putNextEntry(new JarEntry(name));
                    Files.copy(file, jar);
                }
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static Path onClassPath(String name) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> entry.getFileName().toString().contains(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is not on the class path"));
    }

    private static String contracts() {
        return Stream.of(CurrentRequest.class, Metrics.class, HealthCheck.class, JsonFactory.class, LoggerFactory.class)
                .map(TestPlatform::exportsOf)
                .collect(Collectors.joining(","));
    }

    private static String exportsOf(Class<?> type) {
        var place = type.getProtectionDomain().getCodeSource().getLocation();
        var manifest = place.getPath().endsWith("/")
                ? place + "META-INF/MANIFEST.MF"
                : "jar:" + place + "!/META-INF/MANIFEST.MF";
        try (var stream = URI.create(manifest).toURL().openStream()) {
            var found = EXPORT.matcher(new Manifest(stream).getMainAttributes().getValue(Constants.EXPORT_PACKAGE));
            var packages = new ArrayList<String>();
            while (found.find()) {
                var version = VERSION.matcher(found.group(2));
                packages.add(found.group(1) + (version.find() ? ";version=" + version.group(1) : ""));
            }
            return String.join(",", packages);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    /** Installs and starts a bundle that consists of a manifest and, if given, one component description. */
    Bundle add(String location, String name, String component, String... headers) throws Exception {
        var manifest = new Manifest();
        var main = manifest.getMainAttributes();
        main.putValue("Manifest-Version", "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        for (var i = 0; i < headers.length; i += 2) {
            main.putValue(headers[i], headers[i + 1]);
        }
        var bytes = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes, manifest)) {
            jar.putNextEntry(new JarEntry("OSGI-INF/component.xml"));
            jar.write(component.getBytes(StandardCharsets.UTF_8));
        }
        var bundle = context().installBundle(location, new ByteArrayInputStream(bytes.toByteArray()));
        try {
            bundle.start();
        } catch (BundleException wantedByTheTest) {
            LoggerFactory.getLogger(TestPlatform.class).debug("Does not start", wantedByTheTest);
        }
        return bundle;
    }

    HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(15));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    HttpResponse<String> await(String path, int status) {
        until(() -> get(path).statusCode() == status);
        return get(path);
    }

    static void until(Callable<Boolean> condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!condition.call()) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("did not happen within " + PATIENCE);
                }
                LockSupport.parkNanos(20_000_000);
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
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
