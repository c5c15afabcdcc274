package de.einsnull.sensors.core.operation;

import de.einsnull.sensors.api.DriverInstances;
import de.einsnull.sensors.api.DriverState;
import de.einsnull.sensors.core.codec.Codecs;
import de.einsnull.sensors.core.host.DriverHost;
import de.einsnull.sensors.core.ingest.Ingest;
import java.util.stream.Collectors;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether sensor data is taken in, with the cause and what an operator can do. */
@Component(property = {"hc.name=Sensors", "hc.tags=sensors", "hc.tags=ready"})
public final class SensorsHealth implements HealthCheck {

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
        var log = new FormattingResultLog();
        if (ingest.trouble().isEmpty()) {
            log.info("Observations are stored, {} reports wait", ingest.backlog());
        } else {
            log.critical(
                    "Observations cannot be stored ({}). They wait in the queue: bring the database back",
                    ingest.trouble());
        }
        instances
                .starting()
                .forEach(name -> log.temporarilyUnavailable("Driver instance {} does not listen yet; wait", name));
        codecs.refused()
                .forEach((model, why) -> log.warn(
                        "The codec for {} is not used because {}. Deploy a corrected one; then replay its messages",
                        model,
                        why));
        instances.instances().stream()
                .filter(s -> s.state() == DriverState.OFFLINE)
                .forEach(s -> log.warn(
                        "Driver instance {} is offline ({}: {}). What is sent to it waits; it is tried again by itself",
                        s.instance(),
                        s.cause(),
                        s.detail()));
        instances
                .contested()
                .forEach(name -> log.warn(
                        "There are two driver instances '{}'; the second one waits. Give it another name", name));
        instances
                .abandoned()
                .forEach(name -> log.warn(
                        "A thread of driver instance {} never returned. Restart the platform when it suits", name));
        var open = instances.instances().stream()
                .filter(s -> s.state() == DriverState.ONLINE)
                .map(DriverInstances.Status::instance)
                .collect(Collectors.joining(", "));
        log.info("Open driver instances: {}", open.isEmpty() ? "none" : open);
        return new Result(log);
    }
}
