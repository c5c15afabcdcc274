package de.einsnull.security.core.audit;

import de.einsnull.security.core.db.SecurityDatabase;
import de.einsnull.security.core.db.Unavailable;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks once a day whether somebody has changed or removed audit entries in the database. */
@Component(service = AuditGuard.class)
public final class AuditGuard {

    private static final Logger LOG = LoggerFactory.getLogger(AuditGuard.class);
    private static final long FIRST_MINUTES = 10;
    private static final long INTERVAL_MINUTES = 24 * 60;

    private final SecurityDatabase database;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "einsnull-audit-guard");
        thread.setDaemon(true);
        return thread;
    });
    private volatile OptionalLong broken = OptionalLong.empty();

    @Activate
    public AuditGuard(@Reference SecurityDatabase database) {
        this.database = database;
        var unused = scheduler.scheduleWithFixedDelay(this::look, FIRST_MINUTES, INTERVAL_MINUTES, TimeUnit.MINUTES);
    }

    @Deactivate
    public void stop() {
        scheduler.shutdownNow();
    }

    /** What is wrong and what to do, as of the last look. */
    public Optional<String> finding() {
        return broken.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Audit entries were changed or removed in the database, first at entry " + broken.getAsLong()
                                + " (0: at the end). Secure the database and its backups, and find out who had access.");
    }

    /** Looks now. */
    public void look() {
        try {
            broken = database.transact(AuditTable::firstBroken);
            finding().ifPresent(LOG::error);
        } catch (Unavailable e) {
            LOG.warn("The audit entries could not be checked; trying again in a day", e);
        }
    }
}
