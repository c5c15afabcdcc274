package de.einsnull.guard.core;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
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
import org.osgi.framework.wiring.FrameworkWiring;

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

    /** Gives a bundle its class loader without starting it. */
    void resolve(Bundle bundle) {
        framework.adapt(FrameworkWiring.class).resolveBundles(List.of(bundle));
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
        var type = activator.getName().replace('.', '/');
        try (var jar = new JarOutputStream(bytes, manifest)) {
            for (var file : List.of(type + ".class", type + "$1.class")) {
                try (var code = Container.class.getClassLoader().getResourceAsStream(file)) {
                    if (code != null) {
                        jar.putNextEntry(new JarEntry(file));
                        code.transferTo(jar);
                    }
                }
            }
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
