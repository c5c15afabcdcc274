package de.einsnull.data.jpa;

import de.einsnull.security.api.Secrets;
import de.einsnull.security.secrets.SecretFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import javax.sql.DataSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.util.tracker.ServiceTracker;

/** A real OSGi framework with bundles made on the fly. */
final class TestFramework {

    private static final long LONGEST_WAIT_MILLIS = 20_000;

    private final Framework framework;
    private final Secrets secrets;

    TestFramework(Path storage) throws BundleException {
        var factory = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow();
        framework = factory.newFramework(Map.of(Constants.FRAMEWORK_STORAGE, storage.toString()));
        framework.start();
        secrets = new SecretFiles(storage.resolve("secrets"));
    }

    Secrets secrets() {
        return secrets;
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    /** Installs and starts a bundle that owns a schema, with one script. */
    Bundle start(String schema, String sql) throws BundleException {
        var bundle = context().installBundle("test:" + schema + System.nanoTime(), jar(schema, sql));
        bundle.start();
        return bundle;
    }

    static InputStream jar(String schema, String sql) {
        var manifest = new Manifest();
        var attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        attributes.putValue(Constants.BUNDLE_SYMBOLICNAME, "test." + schema.replaceAll("\\W", "_") + System.nanoTime());
        attributes.putValue("EinsNull-Schema", schema);
        var bytes = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes, manifest)) {
            jar.putNextEntry(new ZipEntry("db/migration/V1__first.sql"));
            jar.write(sql.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    /** Waits for the data source of a schema. */
    DataSource dataSource(String schema) throws InterruptedException, InvalidSyntaxException {
        var filter = FrameworkUtil.createFilter(
                "(&(objectClass=javax.sql.DataSource)(osgi.jndi.service.name=einsnull/" + schema + "))");
        var tracker = new ServiceTracker<DataSource, DataSource>(context(), filter, null);
        tracker.open();
        try {
            return Optional.ofNullable(tracker.waitForService(LONGEST_WAIT_MILLIS))
                    .orElseThrow();
        } finally {
            tracker.close();
        }
    }

    boolean has(String schema) throws InvalidSyntaxException {
        return !context()
                .getServiceReferences(DataSource.class, "(einsnull.schema=" + schema + ")")
                .isEmpty();
    }

    void close() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(Duration.ofSeconds(10).toMillis());
    }
}
