package de.einsnull.security.core.audit;

import de.einsnull.security.core.db.SecurityDatabase;
import de.einsnull.security.core.db.Unavailable;
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

    /** The first entry that was changed or removed, 0 for the end of the trail, as of the last look; empty if all is well. */
    public OptionalLong broken() {
        return broken;
    }

    /** Looks now. */
    public void look() {
        try {
            broken = database.transact(AuditTable::firstBroken);
            broken.ifPresent(entry -> LOG.error("Audit entries were changed or removed, first at entry {}", entry));
        } catch (Unavailable e) {
            LOG.warn("The audit entries could not be checked; trying again in a day", e);
        }
    }
}
