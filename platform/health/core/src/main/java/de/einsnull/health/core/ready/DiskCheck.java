package de.einsnull.health.core.ready;

import de.einsnull.health.api.CheckLog;
import de.einsnull.health.api.CheckWords;
import de.einsnull.health.core.HealthConfig;
import java.io.File;
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

    private static final CheckWords WORDS = CheckWords.of(DiskCheck.class);

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
        var log = new CheckLog(WORDS);
        if (freeInMiB < critical) {
            log.critical("check.disk.critical", freeInMiB);
        } else if (freeInMiB < warn) {
            log.warn("check.disk.low", freeInMiB);
        } else {
            log.good("check.disk.free", freeInMiB);
        }
        return log.result();
    }
}
