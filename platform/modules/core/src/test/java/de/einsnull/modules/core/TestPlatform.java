package de.einsnull.modules.core;

import de.einsnull.modules.api.Change;
import de.einsnull.modules.api.HistoryEntry;
import de.einsnull.modules.api.ModuleDetails.Contribution;
import de.einsnull.modules.api.Operation;
import de.einsnull.modules.api.Staged;
import de.einsnull.modules.core.archive.Limits;
import de.einsnull.modules.core.deploy.FileInstaller;
import de.einsnull.modules.core.health.ModuleHealth;
import de.einsnull.modules.core.inspect.Allowed;
import de.einsnull.modules.core.inspect.Inspector;
import de.einsnull.modules.core.install.Installer;
import de.einsnull.modules.core.install.InstallerBuilder;
import de.einsnull.modules.core.install.Offers;
import de.einsnull.modules.core.install.Staging;
import de.einsnull.modules.core.install.Witness;
import de.einsnull.modules.core.state.HistoryFile;
import de.einsnull.modules.core.state.InstalledModule;
import de.einsnull.modules.core.state.ModuleStore;
import de.einsnull.modules.core.trust.JarSignature;
import de.einsnull.modules.core.trust.SignerCheck;
import de.einsnull.modules.core.trust.TrustRules;
import de.einsnull.modules.core.trust.TrustStore;
import de.einsnull.testkit.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** A real OSGi framework with the installer in it. Everything lies in one folder and can be started again. */
public final class TestPlatform implements AutoCloseable {

    /** Longest time to become well: short, for tests of the unwell. */
    public static final Duration HEALTH = Duration.ofMillis(700);

    /** Longest time of one start. */
    public static final Duration CALL = Duration.ofSeconds(2);

    private final Path folder;
    private final Framework framework;
    private final ModuleStore store;
    private final HistoryFile history;
    private final InstallerBuilder builder;
    private final Inspector inspector;
    private volatile String unwritten = "";

    public TestPlatform(Path folder) throws BundleException, IOException {
        this(folder, true, List.of());
    }

    /**
     * @param development whether unsigned modules are let in
     * @param contributions what every module is said to add
     */
    public TestPlatform(Path folder, boolean development, List<Contribution> contributions)
            throws BundleException, IOException {
        this.folder = folder;
        var factory = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow();
        framework = factory.newFramework(Map.of(
                Constants.FRAMEWORK_STORAGE,
                folder.resolve("cache").toString(),
                Constants.FRAMEWORK_BEGINNING_STARTLEVEL,
                "100",
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                "de.einsnull.test.api;version=1.2,de.einsnull.test.internals;version=1.0"));
        framework.start();
        store = new ModuleStore(folder.resolve("modules"));
        history = new HistoryFile(folder.resolve("modules"));
        Clock clock = Clock.systemUTC();
        inspector = inspector(development, clock);
        builder = new InstallerBuilder(
                context(),
                store,
                new Staging(folder.resolve("modules/staging"), clock),
                inspector,
                new InstallerBuilder.Settings(Limits.DEFAULT, HEALTH, CALL),
                new InstallerBuilder.Services(
                        new FakeConfigurations(),
                        new ModuleHealth(context(), new NoComponents()),
                        bundles -> contributions,
                        () -> "h2",
                        noOffers(),
                        witness(),
                        clock));
        reconcile();
    }

    private Inspector inspector(boolean development, Clock clock) {
        return new Inspector(
                context(),
                Limits.DEFAULT,
                new Allowed(List.of("de.einsnull.*.api", "org.osgi.**")),
                new JarSignature(new SignerCheck(trust(), clock)),
                new TrustRules(development),
                "einsnull-base"::equals);
    }

    /** What the city trusts: the folder {@code trust}. */
    public TrustStore trust() {
        return new TrustStore(folder.resolve("trust"), Clock.systemUTC());
    }

    private static Offers noOffers() {
        return (name, version, target) -> {
            throw new IOException("No repository offers " + name + " " + version);
        };
    }

    private void reconcile() {
        var done = new CountDownLatch(1);
        builder.start(() -> {}, problem -> {
            unwritten = problem;
            done.countDown();
        });
        Eventually.eventually("the start is over", () -> done.getCount() == 0);
    }

    /** What could not be written at the start, empty if all was. */
    public String unwritten() {
        return unwritten;
    }

    public BundleContext context() {
        return framework.getBundleContext();
    }

    public Installer installer() {
        return builder.installer();
    }

    public Inspector inspector() {
        return inspector;
    }

    public ModuleStore store() {
        return store;
    }

    public List<HistoryEntry> history() {
        return history.newest(Optional.empty(), 100);
    }

    public Staged stage(TestArchive archive) throws IOException {
        return installer().stage(archive.stream(), "test.jar");
    }

    /** Installs or updates, and waits for the end. */
    public Operation apply(Change.Action action, TestArchive archive) throws IOException {
        return apply(action, stage(archive).id());
    }

    /** Carries a change out, and waits for the end. */
    public Operation apply(Change.Action action, String target) {
        String id = installer().apply(new Change(action, target), "admin").id();
        Eventually.eventually(action + " is over", () -> operation(id).outcome().isPresent());
        return operation(id);
    }

    private Operation operation(String id) {
        return installer().operation(id).orElseThrow();
    }

    /** The bundle of a module, null if it is not there. */
    public Bundle bundle(String module, String name) {
        return context().getBundle("einsnull-module:" + module + "/" + name);
    }

    public Bundle bundle(String module) {
        return bundle(module, module);
    }

    /** Installs something that belongs to the platform. */
    public Bundle platformBundle(TestArchive archive) throws BundleException {
        Bundle bundle = context().installBundle("platform:" + System.nanoTime(), archive.stream());
        bundle.start();
        return bundle;
    }

    private Witness witness() {
        return new Witness() {
            @Override
            public void removed(InstalledModule module) {
                FileInstaller.forget(folder.resolve("deploy"), module);
            }

            @Override
            public void progress(Operation operation, Operation.Progress step) {
                // Read from the operation.
            }

            @Override
            public void over(HistoryEntry entry) {
                try {
                    history.add(entry);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    @Override
    public void close() throws BundleException {
        try {
            builder.close();
            framework.stop();
            framework.waitForStop(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
