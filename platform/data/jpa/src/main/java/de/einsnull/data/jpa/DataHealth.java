package de.einsnull.data.jpa;

import de.einsnull.data.jpa.schema.SchemaStatus;
import de.einsnull.data.jpa.schema.SchemaStatus.Phase;
import de.einsnull.health.api.CheckLog;
import de.einsnull.health.api.CheckWords;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Says how the database and every schema are, from memory and therefore at once.
 *
 * <p>A database that is away makes the platform not ready. A single schema that needs a person only warns: everything
 * else is in service.
 */
@Component(
        service = HealthCheck.class,
        property = {HealthCheck.NAME + "=Database", HealthCheck.TAGS + "=data", HealthCheck.TAGS + "=ready"})
public final class DataHealth implements HealthCheck {

    private static final CheckWords WORDS = CheckWords.of(DataHealth.class);

    private final DataPlatform platform;

    @Activate
    public DataHealth(@Reference DataPlatform platform) {
        this.platform = platform;
    }

    @Override
    public Result execute() {
        var log = new CheckLog(WORDS);
        var problem = platform.problem();
        if (!problem.isEmpty()) {
            log.unavailable("check.away", problem);
        }
        platform.schemas().forEach(schema -> report(schema, log));
        if (problem.isEmpty()) {
            log.good("check.answers");
        }
        return log.result();
    }

    private static void report(SchemaStatus schema, CheckLog log) {
        if (schema.phase() == Phase.FAILED) {
            log.warn("check.schema.failed", schema.schema(), schema.owner(), schema.detail());
        } else if (schema.phase() != Phase.READY) {
            log.unavailable("check.schema.waiting", schema.schema(), schema.owner(), schema.detail());
        } else {
            log.good("check.schema.ready", schema.schema());
        }
    }
}
