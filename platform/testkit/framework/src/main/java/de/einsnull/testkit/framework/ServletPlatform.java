package de.einsnull.testkit.framework;

import static de.einsnull.testkit.Eventually.eventually;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
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
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/**
 * The bundle under test in a real framework with components, configurations and the HTTP whiteboard on a free port of this
 * machine. The tests' own class loader gives the contracts, so that a test registers and asks for services directly; the
 * servlet API is the server's, so servlets come from bundles only.
 *
 * <p>Extend it for what the tests of a module do again and again. Safe for use by several threads.
 */
public class ServletPlatform implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> BASE = List.of(
            "org.osgi.util.function",
            "org.osgi.util.promise",
            "org.osgi.service.component-",
            "felix.configadmin",
            "commons-io",
            "commons-fileupload",
            "http.servlet-api",
            "http.jetty12",
            "felix.scr");

    private final Framework framework;
    private final Path storage;
    private final int port;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /**
     * Starts framework, server and the bundle of the module under test, which a build has in {@code target/classes}.
     *
     * @param contracts one class of each jar or module whose packages the framework takes from the tests' class path
     * @param more parts of the file names of jars on the class path that are installed besides, in this order
     * @throws BundleException if one of the bundles does not start; the message says what is missing
     * @throws IOException if files cannot be read or written
     */
    public ServletPlatform(Collection<Class<?>> contracts, String... more) throws BundleException, IOException {
        this(Path.of("target/classes"), contracts, more);
    }

    /**
     * Starts framework, server and a bundle.
     *
     * @param bundle jar, or folder with a manifest
     * @param contracts one class of each jar or module whose packages the framework takes from the tests' class path
     * @param more parts of the file names of jars on the class path that are installed besides, in this order
     * @throws BundleException if one of the bundles does not start; the message says what is missing
     * @throws IOException if files cannot be read or written
     */
    public ServletPlatform(Path bundle, Collection<Class<?>> contracts, String... more)
            throws BundleException, IOException {
        storage = Files.createTempDirectory("einsnull-test");
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        framework = new FrameworkFactory().newFramework(settings(contracts));
        framework.start();
        var bundles = new ArrayList<Bundle>();
        for (var name : Stream.concat(BASE.stream(), Stream.of(more)).toList()) {
            bundles.add(install(name, ClassPath.jar(name)));
        }
        bundles.add(install("under-test", bundle));
        for (var one : bundles) {
            one.start();
        }
    }

    private Map<String, String> settings(Collection<Class<?>> contracts) {
        return Map.of(
                Constants.FRAMEWORK_STORAGE,
                storage.toString(),
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                contracts.stream().map(ClassPath::exportsOf).collect(Collectors.joining(",")),
                Constants.FRAMEWORK_BOOTDELEGATION,
                "sun.*,jdk.*",
                "org.osgi.service.http.port",
                String.valueOf(port),
                "org.apache.felix.http.host",
                "127.0.0.1");
    }

    /** With a location like Karaf's, so that the bundle counts as one of the platform's. */
    private Bundle install(String name, Path file) throws BundleException, IOException {
        try (var content = ClassPath.bundle(file)) {
            return context().installBundle("mvn:test/" + name, content);
        }
    }

    /**
     * The framework.
     *
     * @return context of the system bundle, for services, bundles and listeners
     */
    public final BundleContext context() {
        return framework.getBundleContext();
    }

    /**
     * Where the server listens.
     *
     * @return TCP port on 127.0.0.1
     */
    public final int port() {
        return port;
    }

    /**
     * Installs a bundle that consists of a manifest and one component description, and does not start it.
     *
     * @param location location of the bundle; it says who deployed it
     * @param name symbolic name
     * @param component content of {@code OSGI-INF/component.xml}, empty if there is none
     * @param headers names and values of further headers in turn
     * @return the bundle
     * @throws BundleException if it cannot be installed
     * @throws IOException never; the jar is made in memory
     */
    public final Bundle install(String location, String name, String component, String... headers)
            throws BundleException, IOException {
        var manifest = new Manifest();
        var main = manifest.getMainAttributes();
        main.putValue("Manifest-Version", "1.0");
        main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        main.putValue(Constants.BUNDLE_SYMBOLICNAME, name);
        for (var i = 0; i < headers.length; i += 2) {
            main.putValue(headers[i], headers[i + 1]);
        }
        var bytes = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes, manifest)) {
            jar.putNextEntry(new JarEntry("OSGI-INF/component.xml"));
            jar.write(component.getBytes(StandardCharsets.UTF_8));
        }
        return context().installBundle(location, new ByteArrayInputStream(bytes.toByteArray()));
    }

    /**
     * Begins a request.
     *
     * @param path absolute path with query
     * @return a request that is given up after 15 seconds
     */
    public final HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(15));
    }

    /**
     * Sends a request.
     *
     * @param request what to send
     * @return the answer
     * @throws UncheckedIOException if there is none
     */
    public final HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /**
     * Asks for a path.
     *
     * @param path absolute path with query
     * @param headers names and values of headers in turn
     * @return the answer
     */
    public final HttpResponse<String> get(String path, String... headers) {
        var request = request(path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /**
     * Waits for a path to answer with a status.
     *
     * @param path absolute path with query
     * @param status the status
     * @return the answer that had it
     */
    public final HttpResponse<String> await(String path, int status) {
        var answer = new AtomicReference<HttpResponse<String>>();
        eventually(path + " answers " + status, () -> {
            answer.set(get(path));
            return answer.get().statusCode() == status;
        });
        return answer.get();
    }

    /** Stops the framework and removes its files. */
    @Override
    public final void close() throws BundleException, IOException {
        framework.stop();
        try {
            framework.waitForStop(PATIENCE.toMillis());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        try (var files = Files.walk(storage)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
