package de.einsnull.security.core;

import de.einsnull.security.core.audit.AuditGuard;
import de.einsnull.security.core.audit.AuditLog;
import de.einsnull.security.core.db.SecurityDatabase;
import org.apache.felix.hc.api.FormattingResultLog;
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
        var log = new FormattingResultLog();
        if (database.available()) {
            log.info("Accounts can be reached.");
        } else {
            log.temporarilyUnavailable(
                    "Nobody can log in: the accounts cannot be reached. See the check Database; pages for everybody are"
                            + " served meanwhile.");
        }
        if (audit.logged() > 0) {
            log.warn(
                    "{} audit entries are only in the log file, because the database was away for too long. Keep the log.",
                    audit.logged());
        }
        guard.finding().ifPresent(finding -> log.warn("{}", finding));
        return new Result(log);
    }
}
