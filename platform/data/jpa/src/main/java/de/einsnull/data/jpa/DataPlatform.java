package de.einsnull.data.jpa;

import de.einsnull.data.jpa.database.DatabaseLink;
import de.einsnull.data.jpa.database.SchemaPool;
import de.einsnull.data.jpa.schema.SchemaBundles;
import de.einsnull.data.jpa.schema.SchemaHost;
import de.einsnull.data.jpa.schema.SchemaStatus;
import de.einsnull.data.jpa.schema.SchemaStatus.Phase;
import de.einsnull.data.jpa.schema.SchemaTarget;
import de.einsnull.security.api.Secrets;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.jdbc.DataSourceFactory;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives every bundle with a schema its migrated data source. One thread decides ({@link #step}), others migrate; nothing
 * here ever holds up the start of a bundle.
 */
@Component(service = DataPlatform.class, configurationPid = DataConfig.PID, immediate = true)
@Designate(ocd = DataConfig.class)
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=javax.sql.DataSource")
public final class DataPlatform {

    /** The platform's own schema; every other one waits for it, so that outbox and processed events are always there. */
    static final String OWN_SCHEMA = "platform";

    private static final Logger LOG = LoggerFactory.getLogger(DataPlatform.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(500);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(3);
    private static final Duration WATCH_INTERVAL = Duration.ofSeconds(3);
    private static final int STOP_SECONDS = 10;

    private final Map<String, DataSourceFactory> drivers = new ConcurrentHashMap<>();
    private final ScheduledExecutorService scheduler = Threads.scheduler("einsnull-data");
    private final ScheduledExecutorService housekeeper = Threads.scheduler("einsnull-data-pools");
    private final ThreadPoolExecutor workers = Threads.workers("einsnull-data-migration");
    private final BundleContext context;
    private final SchemaBundles bundles;
    private final Secrets secrets;
    private volatile Settings settings;
    private volatile DatabaseLink link;
    private Semaphore turn;
    private Duration retry = FIRST_RETRY;
    private ScheduledFuture<?> next;

    @Activate
    public DataPlatform(BundleContext context, DataConfig config, @Reference Secrets secrets) throws IOException {
        this.secrets = secrets;
        this.context = context;
        this.bundles = new SchemaBundles(context, this::stepNow);
        use(Settings.of(config, secrets, context::getProperty));
        bundles.open();
    }

    @Modified
    void reconfigure(DataConfig config) throws IOException {
        var changed = Settings.of(config, secrets, context::getProperty);
        if (!changed.equals(settings)) {
            LOG.info("The database settings have changed; modules move to {}", changed.credentials());
            scheduler.execute(() -> restart(changed));
        }
    }

    @Reference(
            service = DataSourceFactory.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addDriver(DataSourceFactory driver, Map<String, Object> properties) {
        drivers.put(driverClass(properties), driver);
        stepNow();
    }

    void removeDriver(DataSourceFactory driver, Map<String, Object> properties) {
        if (drivers.remove(driverClass(properties), driver)) {
            scheduler.execute(() -> restart(settings));
        }
    }

    @Deactivate
    void stop() throws InterruptedException {
        scheduler.shutdownNow();
        bundles.close();
        workers.shutdown();
        if (!workers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            workers.shutdownNow();
        }
        scheduler.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        housekeeper.shutdownNow();
        link.close();
    }

    /** What is wrong with the database itself, empty when it can be reached. */
    String problem() {
        return link.problem();
    }

    List<SchemaStatus> schemas() {
        return bundles.hosts().stream().map(SchemaHost::status).toList();
    }

    Map<String, SchemaPool> pools() {
        var pools = new TreeMap<String, SchemaPool>();
        bundles.hosts().forEach(host -> host.pool().ifPresent(pool -> pools.put(host.name(), pool)));
        return pools;
    }

    private void use(Settings chosen) {
        settings = chosen;
        link = new DatabaseLink(chosen.credentials(), name -> Optional.ofNullable(drivers.get(name)));
        turn = null;
        retry = FIRST_RETRY;
    }

    private void restart(Settings chosen) {
        bundles.hosts().forEach(SchemaHost::reset);
        link.close();
        use(chosen);
        step();
    }

    private void stepNow() {
        scheduler.execute(this::step);
    }

    private void step() {
        try {
            connectAndStart();
        } catch (RuntimeException e) {
            LOG.error("Unexpected failure while looking after the database; trying again", e);
            stepAfter(LONGEST_RETRY);
        }
    }

    private void connectAndStart() {
        var database = link.connect();
        if (database.isEmpty()) {
            stepAfter(retry);
            retry = retry.multipliedBy(2).compareTo(LONGEST_RETRY) < 0 ? retry.multipliedBy(2) : LONGEST_RETRY;
            return;
        }
        retry = FIRST_RETRY;
        if (turn == null) {
            turn = new Semaphore(database.get().dialect().parallelMigrations());
        }
        startWaiting(
                new SchemaTarget(database.get(), turn, settings.poolSize(), settings.connectionTimeout(), housekeeper));
        stepAfter(WATCH_INTERVAL);
    }

    private void startWaiting(SchemaTarget target) {
        var hosts = bundles.hosts();
        var own = hosts.stream().filter(host -> host.name().equals(OWN_SCHEMA)).findFirst();
        var ready = own.filter(host -> host.status().phase() == Phase.READY).isPresent();
        (ready ? hosts.stream() : own.stream())
                .flatMap(host -> host.begin(target).stream())
                .forEach(work -> workers.execute(() -> {
                    work.run();
                    stepIfOwn(ready);
                }));
    }

    /** The other schemas wait for the platform's own and for nothing else. */
    private void stepIfOwn(boolean ready) {
        if (!ready) {
            stepNow();
        }
    }

    private void stepAfter(Duration delay) {
        if (next != null) {
            next.cancel(false);
        }
        next = scheduler.schedule(this::step, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static String driverClass(Map<String, Object> properties) {
        return String.valueOf(properties.get(DataSourceFactory.OSGI_JDBC_DRIVER_CLASS));
    }
}
