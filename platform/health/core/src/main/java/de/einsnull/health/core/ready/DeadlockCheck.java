package de.einsnull.health.core.ready;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Component;

/** Whether threads wait for each other for ever: only a restart helps then. */
@Component(property = {"hc.name=Threads", "hc.tags=live", "hc.tags=system"})
public final class DeadlockCheck implements HealthCheck {

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @Override
    public Result execute() {
        var log = new FormattingResultLog();
        var stuck = threads.findDeadlockedThreads();
        if (stuck == null) {
            log.info("No threads wait for each other");
        } else {
            var names = Arrays.stream(threads.getThreadInfo(stuck))
                    .map(info -> info == null ? "gone" : info.getThreadName())
                    .collect(Collectors.joining(", "));
            log.critical("Threads wait for each other: {}; take a thread dump (jstack) and restart", names);
        }
        return new Result(log);
    }
}
