package de.einsnull.sensors.core.operation;

import de.einsnull.health.api.CheckLog;
import de.einsnull.health.api.CheckWords;
import de.einsnull.sensors.api.DriverInstances;
import de.einsnull.sensors.api.DriverState;
import de.einsnull.sensors.core.codec.Codecs;
import de.einsnull.sensors.core.host.DriverHost;
import de.einsnull.sensors.core.ingest.Ingest;
import java.util.stream.Collectors;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether sensor data is taken in, with the cause and what an operator can do. */
@Component(property = {"hc.name=Sensors", "hc.tags=sensors", "hc.tags=ready"})
public final class SensorsHealth implements HealthCheck {

    private static final CheckWords WORDS = CheckWords.of(SensorsHealth.class);

    private final DriverHost instances;
    private final Codecs codecs;
    private final Ingest ingest;

    @Activate
    public SensorsHealth(@Reference DriverHost instances, @Reference Codecs codecs, @Reference Ingest ingest) {
        this.instances = instances;
        this.codecs = codecs;
        this.ingest = ingest;
    }

    @Override
    public Result execute() {
        var log = new CheckLog(WORDS);
        if (ingest.trouble().isEmpty()) {
            log.good("check.stored", ingest.backlog());
        } else {
            log.critical("check.notStored", ingest.trouble());
        }
        instances.starting().forEach(name -> log.unavailable("check.opening", name));
        codecs.refused().forEach((model, why) -> log.warn("check.codec.refused.replay", model, why));
        instances.instances().stream()
                .filter(s -> s.state() == DriverState.OFFLINE)
                .forEach(s -> log.warn("check.offline", s.instance(), s.cause(), s.detail()));
        instances.contested().forEach(name -> log.warn("check.contested", name));
        instances.abandoned().forEach(name -> log.warn("check.abandoned", name));
        var open = instances.instances().stream()
                .filter(s -> s.state() == DriverState.ONLINE)
                .map(DriverInstances.Status::instance)
                .collect(Collectors.joining(", "));
        if (open.isEmpty()) {
            log.good("check.open.none");
        } else {
            log.good("check.open", open);
        }
        return log.result();
    }
}
