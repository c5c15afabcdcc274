package de.einsnull.health.core.ready;

import de.einsnull.health.core.HealthConfig;
import java.io.File;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Whether there is room for data. A full disk does not make the process dead: a restart frees nothing. */
@Component(
        configurationPid = "de.einsnull.health",
        property = {"hc.name=Disk", "hc.tags=ready", "hc.tags=system"})
public final class DiskCheck implements HealthCheck {

    private static final long MIB = 1024L * 1024;

    private final File place;
    private final HealthConfig config;

    /** Looks at the data directory. */
    @Activate
    public DiskCheck(BundleContext context, HealthConfig config) {
        var data = context.getProperty("karaf.data");
        this.place = new File(data == null ? "." : data);
        this.config = config;
    }

    @Override
    public Result execute() {
        return judge(place.getUsableSpace() / MIB, config.diskWarnInMiB(), config.diskCriticalInMiB());
    }

    static Result judge(long freeInMiB, long warn, long critical) {
        var log = new FormattingResultLog();
        if (freeInMiB < critical) {
            log.critical("Only {} MiB are free for data; free space or enlarge the disk now", freeInMiB);
        } else if (freeInMiB < warn) {
            log.warn("Only {} MiB are free for data; plan more space", freeInMiB);
        } else {
            log.info("{} MiB are free for data", freeInMiB);
        }
        return new Result(log);
    }
}
