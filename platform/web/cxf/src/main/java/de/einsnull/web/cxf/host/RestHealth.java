package de.einsnull.web.cxf.host;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells which REST modules cannot be served. The others are, so it never makes the platform unready. */
@Component(property = {"hc.name=REST modules", "hc.tags=ready", "hc.tags=web"})
public final class RestHealth implements HealthCheck {

    private final RestHost host;

    /** Asks the host. */
    @Activate
    public RestHealth(@Reference RestHost host) {
        this.host = host;
    }

    @Override
    public Result execute() {
        var log = new FormattingResultLog();
        host.troubles().forEach(trouble -> log.warn("{} (fix the module's bundle and update it)", trouble));
        log.info("{} modules are served", host.apis().size());
        return new Result(log);
    }
}
