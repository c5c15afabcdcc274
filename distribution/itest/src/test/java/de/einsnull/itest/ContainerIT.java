package de.einsnull.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.inject.Inject;
import org.apache.karaf.features.BootFinished;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** One container for all of it: starting one costs more than all tests together. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ContainerIT {

    /** A specification of others, and a language that the bundles of one area speak among themselves. */
    private static final Set<String> NOT_CONTRACTS =
            Set.of("de.einsnull.data.spec", "de.einsnull.sensors.sensorthings");

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Inject
    private BundleContext context;

    @Inject
    private ServiceComponentRuntime components;

    @Inject
    private BootFinished bootFinished;

    @Configuration
    public static Option[] configuration() throws IOException {
        String localRepository =
                System.getProperty("maven.repo.local", System.getProperty("user.home") + "/.m2/repository");
        return new Option[] {
            karafDistributionConfiguration()
                    .frameworkUrl(new File(System.getProperty("einsnull.archive"))
                            .toURI()
                            .toString())
                    .name("EinsNull")
                    .karafVersion(System.getProperty("karaf.version"))
                    .unpackDirectory(new File(System.getProperty("einsnull.work")))
                    .useDeployFolder(false),
            keepRuntimeFolder(),
            // Only Pax Exam's own bundles come from there; the platform itself needs no repository.
            editConfigurationFilePut(
                    "etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.localRepository", localRepository),
            editConfigurationFilePut(
                    "etc/org.ops4j.pax.url.mvn.cfg",
                    "org.ops4j.pax.url.mvn.repositories",
                    "https://repo1.maven.org/maven2@id=central"),
            editConfigurationFilePut("etc/system.properties", "einsnull.http.port", freePort()),
            editConfigurationFilePut("etc/system.properties", "einsnull.bus.mqtt.port", freePort()),
            editConfigurationFilePut("etc/system.properties", "einsnull.bus.amqp.port", freePort()),
            editConfigurationFilePut("etc/system.properties", "einsnull.boot", "einsnull-all,einsnull-sensors-demo"),
        };
    }

    /** A bundle that does not start takes its page, its API or its sensors with it. */
    @Test
    public void everyBundleIsActive() {
        assertNotNull(bootFinished);
        eventuallyNone(this::inactive);
    }

    /** A component without its references is a page that is missing without any error in the log. */
    @Test
    public void everyComponentOfOursIsSatisfied() {
        eventuallyNone(this::unsatisfied);
    }

    /** Whatever is exported can be imported, and then cannot be replaced alone: only contracts are for others. */
    @Test
    public void ourBundlesExportOnlyContractsAndEachOnce() {
        List<String> packages = bundles().stream()
                .filter(bundle -> bundle.getSymbolicName().startsWith("de.einsnull."))
                .filter(bundle -> !NOT_CONTRACTS.contains(bundle.getSymbolicName()))
                .flatMap(bundle ->
                        bundle.adapt(BundleWiring.class).getCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream())
                .map(capability -> (String) capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))
                .toList();

        assertTrue(packages.size() > 5);
        assertEquals(packages.stream().distinct().toList(), packages);
        assertEquals(
                List.of(),
                packages.stream()
                        .filter(name -> !name.matches("de\\.einsnull\\.[a-z]+\\.api.*"))
                        .toList());
    }

    /** A module that comes, changes and goes must not disturb anyone. */
    @Test
    public void aModuleComesChangesAndGoesWithoutStoppingAnother() throws Exception {
        everyBundleIsActive();
        List<String> disturbed = new CopyOnWriteArrayList<>();
        SynchronousBundleListener listener = event -> {
            boolean gone = event.getType() == BundleEvent.STOPPING || event.getType() == BundleEvent.UNRESOLVED;
            if (gone && !"partner".equals(event.getBundle().getSymbolicName())) {
                disturbed.add(event.getBundle().getSymbolicName());
            }
        };
        context.addBundleListener(listener);
        try {
            Bundle partner = context.installBundle("test:partner", jar("1.0.0"));
            partner.start();
            partner.update(jar("1.1.0"));
            refresh(partner);
            partner.uninstall();
            refresh(partner);
        } finally {
            context.removeBundleListener(listener);
        }

        assertEquals(List.of(), disturbed);
    }

    /** An import left open is a refresh waiting to happen: the first bundle that satisfies it restarts its importer. */
    @Test
    public void ourBundlesHaveNoOptionalImportLeftOpen() {
        List<String> open = new ArrayList<>();
        for (Bundle bundle : bundles()) {
            if (bundle.getSymbolicName().startsWith("de.einsnull.")) {
                bundle.adapt(BundleRevision.class).getDeclaredRequirements(PackageNamespace.PACKAGE_NAMESPACE).stream()
                        .filter(need -> Constants.RESOLUTION_OPTIONAL.equals(
                                need.getDirectives().get(Constants.RESOLUTION_DIRECTIVE)))
                        .filter(need ->
                                bundle
                                        .adapt(BundleWiring.class)
                                        .getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE)
                                        .stream()
                                        .noneMatch(wire -> wire.getRequirement().equals(need)))
                        .forEach(need -> open.add(bundle.getSymbolicName() + ": " + need));
            }
        }
        assertEquals(List.of(), open);
    }

    private void refresh(Bundle bundle) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        context.getBundle(0).adapt(FrameworkWiring.class).refreshBundles(List.of(bundle), event -> done.countDown());
        assertTrue("refresh within the limit", done.await(LIMIT.toSeconds(), TimeUnit.SECONDS));
    }

    /** A bundle that imports a contract, as a partner's does. */
    private static ByteArrayInputStream jar(String version) throws IOException {
        Manifest manifest = new Manifest();
        Attributes head = manifest.getMainAttributes();
        head.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        head.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        head.putValue(Constants.BUNDLE_SYMBOLICNAME, "partner");
        head.putValue(Constants.BUNDLE_VERSION, version);
        head.putValue(Constants.IMPORT_PACKAGE, "de.einsnull.bus.api");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new JarOutputStream(bytes, manifest).close();
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private List<Bundle> bundles() {
        return Arrays.asList(context.getBundles());
    }

    private List<String> inactive() {
        return bundles().stream()
                .filter(bundle -> bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .map(bundle -> bundle.getSymbolicName() + " in state " + bundle.getState())
                .toList();
    }

    private List<String> unsatisfied() {
        List<String> result = new ArrayList<>();
        for (ComponentDescriptionDTO description : components.getComponentDescriptionDTOs()) {
            if (description.bundle.symbolicName.startsWith("de.einsnull.")
                    && !"require".equals(description.configurationPolicy)) {
                components.getComponentConfigurationDTOs(description).stream()
                        .filter(configuration -> configuration.state != ComponentConfigurationDTO.ACTIVE
                                && configuration.state != ComponentConfigurationDTO.SATISFIED)
                        .forEach(configuration -> result.add(description.name + " " + failure(configuration)));
            }
        }
        return result;
    }

    private static String failure(ComponentConfigurationDTO configuration) {
        return configuration.failure != null
                ? configuration.failure
                : "waits for "
                        + Arrays.stream(configuration.unsatisfiedReferences)
                                .map(reference -> reference.name + " " + reference.target)
                                .toList();
    }

    /** Waits until nothing is listed any more; fails with what is still listed at the end. */
    private static void eventuallyNone(Supplier<List<String>> listed) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!listed.get().isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        assertEquals(List.of(), listed.get());
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        }
    }
}
