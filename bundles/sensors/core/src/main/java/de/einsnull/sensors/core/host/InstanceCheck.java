package de.einsnull.sensors.core.host;

import de.einsnull.health.api.CheckLog;
import de.einsnull.health.api.CheckWords;
import de.einsnull.health.api.Sentence;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.DriverInstances;
import java.util.List;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;

/** How one driver instance is, said in the name of the driver's bundle, so that a bad update shows at once. */
final class InstanceCheck implements HealthCheck {

    private static final CheckWords WORDS = CheckWords.of(InstanceCheck.class);

    private final Instance instance;

    InstanceCheck(Instance instance) {
        this.instance = instance;
    }

    @Override
    public Result execute() {
        var status = instance.status();
        var log = new CheckLog(WORDS);
        switch (status.state()) {
            case ONLINE -> log.good("check.instance.works", status.instance());
            case DEGRADED -> log.say(Result.Status.WARN, trouble("check.instance.partly", status));
            case OFFLINE -> log.say(Result.Status.CRITICAL, trouble("check.instance.offline", status));
                // Not "temporarily unavailable": who updates the driver must wait for the outcome, not pass on before
                // it.
            case STOPPED, OPENING -> log.critical("check.instance.opening", status.instance());
            case CLOSING -> log.unavailable("check.instance.closing", status.instance());
        }
        return log.result();
    }

    private static Sentence trouble(String key, DriverInstances.Status status) {
        var why = status.cause() + (status.detail().isEmpty() ? "" : ": " + status.detail());
        return WORDS.sentence(key, status.instance(), why).and(List.of(WORDS.sentence(advice(status.cause()))));
    }

    private static String advice(DriverCause cause) {
        return "check.advice." + (cause == DriverCause.NONE ? "other" : cause.name());
    }
}
