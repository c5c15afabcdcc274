package de.einsnull.health.core.ready;

import de.einsnull.health.api.CheckLog;
import de.einsnull.health.api.CheckWords;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Component;

/** Whether threads wait for each other for ever: only a restart helps then. */
@Component(property = {"hc.name=Threads", "hc.tags=live", "hc.tags=system"})
public final class DeadlockCheck implements HealthCheck {

    private static final CheckWords WORDS = CheckWords.of(DeadlockCheck.class);

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @Override
    public Result execute() {
        var log = new CheckLog(WORDS);
        var stuck = threads.findDeadlockedThreads();
        if (stuck == null) {
            log.good("check.threads.free");
        } else {
            var names = Arrays.stream(threads.getThreadInfo(stuck))
                    .map(info -> info == null ? "gone" : info.getThreadName())
                    .collect(Collectors.joining(", "));
            log.critical("check.threads.stuck", names);
        }
        return log.result();
    }
}
