package de.einsnull.sensors.core.host;

import de.einsnull.sensors.api.DriverCause;
import java.util.Map;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;

/** How one driver instance is, said in the name of the driver's bundle, so that a bad update shows at once. */
final class InstanceCheck implements HealthCheck {

    private static final Map<DriverCause, String> ADVICE = Map.of(
            DriverCause.CONFIGURATION, "Correct its settings",
            DriverCause.AUTHENTICATION, "Correct user and password in its settings",
            DriverCause.COMMUNICATION, "Look at network and device; it is tried again by itself",
            DriverCause.PROTOCOL, "Look whether the device was changed and the driver still fits",
            DriverCause.SILENT, "Look at power and reception of its devices",
            DriverCause.TIMEOUT, "Restart it; what is sent to it waits",
            DriverCause.FAILURE, "Restart it; if that does not help, install another version",
            DriverCause.QUARANTINE, "Restart it; if it happens again, install another version");

    private final Instance instance;

    InstanceCheck(Instance instance) {
        this.instance = instance;
    }

    @Override
    public Result execute() {
        var status = instance.status();
        var log = new FormattingResultLog();
        var what = "Driver instance " + status.instance();
        var why = status.cause() + (status.detail().isEmpty() ? "" : ": " + status.detail());
        var advice = ADVICE.getOrDefault(status.cause(), "Look at its state");
        switch (status.state()) {
            case ONLINE -> log.info("{} works", what);
            case DEGRADED -> log.warn("{} works in part ({}). {}", what, why, advice);
            case OFFLINE -> log.critical("{} is offline ({}). {}", what, why, advice);
                // Not "temporarily unavailable": who updates the driver must wait for the outcome, not pass on before
                // it.
            case STOPPED, OPENING -> log.critical("{} is not open yet", what);
            case CLOSING -> log.temporarilyUnavailable("{} is being closed", what);
        }
        return new Result(log);
    }
}
