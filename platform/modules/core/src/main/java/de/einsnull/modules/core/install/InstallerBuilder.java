package de.einsnull.modules.core.install;

import de.einsnull.modules.api.ModuleDetails.Contribution;
import de.einsnull.modules.core.archive.Limits;
import de.einsnull.modules.core.health.ModuleHealth;
import de.einsnull.modules.core.inspect.Inspector;
import de.einsnull.modules.core.state.ModuleStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the installer together, starts it with what a crash left behind, and stops it. */
public final class InstallerBuilder {

    private static final Logger LOG = LoggerFactory.getLogger(InstallerBuilder.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final Installer installer;
    private final OperationRunner runner;
    private final Reconciler reconciler;
    private final ExecutorService executor;

    /**
     * Times and limits.
     *
     * @param limits what an archive may cost
     * @param health longest time to become well
     * @param call longest time of one start or stop
     */
    public record Settings(Limits limits, Duration health, Duration call) {}

    /** What the installer asks. */
    public record Services(
            ConfigurationAdmin configurations,
            ModuleHealth health,
            Function<Collection<Bundle>, List<Contribution>> contributions,
            Supplier<String> dialect,
            Offers offers,
            Witness witness,
            Clock clock) {}

    public InstallerBuilder(
            BundleContext context,
            ModuleStore store,
            Staging staging,
            Inspector inspector,
            Settings settings,
            Services services) {
        var framework = new FrameworkChanges(context, store, new BoundedCalls(settings.call()));
        var planner = new Planner(
                framework,
                new MigrationPlan(store, services.dialect()),
                new SettingsPlan(services.configurations()),
                module -> services.contributions().apply(framework.bundles(module)));
        runner = new OperationRunner(store, framework, services.health(), settings.health());
        executor = Executors.newSingleThreadExecutor(task -> {
            var thread = new Thread(task, "modules installer");
            thread.setDaemon(true);
            return thread;
        });
        reconciler = new Reconciler(context, store, framework, services.witness(), services.clock());
        installer = new Installer(new Parts(
                store,
                staging,
                inspector,
                settings.limits(),
                services.offers(),
                planner,
                runner,
                executor,
                services.witness(),
                services.clock()));
    }

    public Installer installer() {
        return installer;
    }

    /**
     * Makes the framework have what the state says, before any operation.
     *
     * @param ready returns when the platform's own bundles run
     * @param then what comes afterwards; is given what could not be written, empty if all was: the disk may be full, but the
     *     modules run
     */
    public void start(Action ready, Consumer<String> then) {
        executor.execute(() -> {
            try {
                ready.run();
                then.accept(reconcile());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private String reconcile() {
        try {
            reconciler.run();
            return "";
        } catch (IOException e) {
            LOG.error("The state of the modules cannot be written", e);
            return String.valueOf(e.getMessage());
        }
    }

    /** Something that may have to wait. */
    @FunctionalInterface
    public interface Action {
        void run() throws InterruptedException;
    }

    /** Waits for the operation that runs, but not long: what is cut off is undone at the next start. */
    public void close() throws InterruptedException {
        runner.close();
        executor.shutdownNow();
        if (!executor.awaitTermination(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("An operation does not end");
        }
    }
}
