package de.einsnull.guard.core;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** A real framework with nothing in it but what a test installs. */
final class Container implements AutoCloseable {

    private final Framework framework;

    Container(Path folder) throws BundleException {
        framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, folder.toString()));
        framework.start();
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    /** Installs a bundle whose only class is its activator. */
    Bundle install(String location, String name, Class<? extends BundleActivator> activator)
            throws BundleException, IOException {
        return context().installBundle(location, jar(name, "1.0.0", activator));
    }

    static InputStream jar(String name, String version, Class<? extends BundleActivator> activator) throws IOException {
        var manifest = new Manifest();
        var main = manifest.getMainAttributes();
        main.putValue("Manifest-Version", "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Bundle-Version", version);
        main.putValue("Bundle-Activator", activator.getName());
        main.putValue("Import-Package", "org.osgi.framework");
        var bytes = new ByteArrayOutputStream();
        var file = activator.getName().replace('.', '/') + ".class";
        try (var jar = new JarOutputStream(bytes, manifest);
                var code = Container.class.getClassLoader().getResourceAsStream(file)) {
            jar.putNextEntry(new JarEntry(file));
            code.transferTo(jar);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    @Override
    public void close() throws BundleException {
        framework.stop();
        try {
            framework.waitForStop(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
