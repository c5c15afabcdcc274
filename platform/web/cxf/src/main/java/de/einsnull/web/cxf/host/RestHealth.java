package de.einsnull.web.cxf.host;

import de.einsnull.health.api.CheckLog;
import de.einsnull.health.api.CheckWords;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells which REST modules cannot be served. The others are, so it never makes the platform unready. */
@Component(property = {"hc.name=REST modules", "hc.tags=ready", "hc.tags=web"})
public final class RestHealth implements HealthCheck {

    private static final CheckWords WORDS = CheckWords.of(RestHealth.class);

    private final RestHost host;

    /** Asks the host. */
    @Activate
    public RestHealth(@Reference RestHost host) {
        this.host = host;
    }

    @Override
    public Result execute() {
        var log = new CheckLog(WORDS);
        host.troubles().forEach(trouble -> log.warn("check.trouble", trouble));
        log.good("check.served", host.apis().size());
        return log.result();
    }
}
