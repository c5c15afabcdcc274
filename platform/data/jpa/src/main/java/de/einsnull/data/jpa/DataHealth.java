package de.einsnull.data.jpa;

import de.einsnull.data.jpa.schema.SchemaStatus;
import de.einsnull.data.jpa.schema.SchemaStatus.Phase;
import org.apache.felix.hc.api.FormattingResultLog;
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

    private final DataPlatform platform;

    @Activate
    public DataHealth(@Reference DataPlatform platform) {
        this.platform = platform;
    }

    @Override
    public Result execute() {
        var log = new FormattingResultLog();
        var problem = platform.problem();
        if (!problem.isEmpty()) {
            log.temporarilyUnavailable("{}", problem);
        }
        platform.schemas().forEach(schema -> report(schema, log));
        if (problem.isEmpty()) {
            log.info("The database answers.");
        }
        return new Result(log);
    }

    private static void report(SchemaStatus schema, FormattingResultLog log) {
        if (schema.phase() == Phase.FAILED) {
            log.warn(
                    "Schema {} of bundle {} is down, everything else goes on: {}. Its data is untouched. Install a"
                            + " corrected version of the bundle, or restart the bundle after the repair.",
                    schema.schema(),
                    schema.owner(),
                    schema.detail());
        } else if (schema.phase() != Phase.READY) {
            log.temporarilyUnavailable(
                    "Schema {} of bundle {} is being prepared. {}", schema.schema(), schema.owner(), schema.detail());
        } else {
            log.info("Schema {} is ready.", schema.schema());
        }
    }
}
