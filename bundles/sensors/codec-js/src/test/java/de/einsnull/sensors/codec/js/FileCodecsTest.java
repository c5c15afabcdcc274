package de.einsnull.sensors.codec.js;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.sensors.api.driver.PayloadCodec;
import de.einsnull.testkit.Eventually;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Dictionary;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** The component as the platform starts it: it watches, registers, says what is wrong, and leaves nothing behind. */
class FileCodecsTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path etc;

    private final List<String> models = new CopyOnWriteArrayList<>();

    @Test
    void aFolderBecomesAServiceAndGoesWithTheBundle() throws Exception {
        copy("einsnull-pegel", "einsnull-pegel");
        copy("einsnull-bodenfuehler", "acme-bad");
        Files.delete(etc.resolve("codecs/acme-bad/bodenfuehler.js"));
        var codecs = new FileCodecs(context());
        var health = new FileCodecsHealth(codecs);
        try {
            Eventually.await("both folders", LIMIT, () -> codecs.states().size() == 2);
            assertThat(models).containsExactly("einsnull-pegel Pegel (Beispiel)");
            assertThat(health.execute().getStatus()).isEqualTo(Result.Status.WARN);
            assertThat(health.execute().toString()).contains("there is no file bodenfuehler.js");
        } finally {
            codecs.close();
        }
        assertThat(models).isEmpty();
    }

    private void copy(String example, String model) throws Exception {
        var target = Files.createDirectories(etc.resolve("codecs").resolve(model));
        try (var files = Files.list(Path.of("../../../examples/codecs").resolve(example))) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
    }

    private BundleContext context() {
        return (BundleContext) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getProperty" -> etc.toString();
                    case "registerService" -> register(arguments);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private ServiceRegistration<?> register(Object[] arguments) {
        assertThat(arguments[0]).isEqualTo(PayloadCodec.class);
        var properties = (Dictionary<?, ?>) arguments[2];
        var name = properties.get("sensors.model.id") + " " + properties.get("sensors.model.name");
        models.add(name);
        return (ServiceRegistration<?>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ServiceRegistration.class}, (proxy, method, none) -> {
                    models.remove(name);
                    return null;
                });
    }
}
