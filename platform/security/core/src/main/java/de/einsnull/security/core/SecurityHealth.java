package de.einsnull.security.core;

import de.einsnull.health.api.CheckLog;
import de.einsnull.health.api.CheckWords;
import de.einsnull.security.core.audit.AuditGuard;
import de.einsnull.security.core.audit.AuditLog;
import de.einsnull.security.core.db.SecurityDatabase;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says whether people can log in and whether the audit trail is complete, from memory. */
@Component(
        service = HealthCheck.class,
        property = {HealthCheck.NAME + "=Security", HealthCheck.TAGS + "=security", HealthCheck.TAGS + "=ready"})
public final class SecurityHealth implements HealthCheck {

    private static final CheckWords WORDS = CheckWords.of(SecurityHealth.class);

    private final SecurityDatabase database;
    private final AuditLog audit;
    private final AuditGuard guard;

    @Activate
    public SecurityHealth(
            @Reference SecurityDatabase database, @Reference AuditLog audit, @Reference AuditGuard guard) {
        this.guard = guard;
        this.database = database;
        this.audit = audit;
    }

    @Override
    public Result execute() {
        var log = new CheckLog(WORDS);
        if (database.available()) {
            log.good("check.accounts");
        } else {
            log.unavailable("check.away");
        }
        if (audit.logged() > 0) {
            log.warn("check.audit.logged", audit.logged());
        }
        guard.broken().ifPresent(entry -> log.warn("check.audit.changed", entry));
        return log.result();
    }
}
