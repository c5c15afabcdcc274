package de.einsnull.modules.core.health;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * Asks the health checks of modules, each in a thread of its own and for two seconds at most. One that still hangs is not
 * asked again. Thread-safe.
 */
final class HealthProbes {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final BundleContext context;
    private final Map<ServiceReference<?>, FutureTask<Result>> running = new ConcurrentHashMap<>();

    HealthProbes(BundleContext context) {
        this.context = context;
    }

    /** The answer of one check; of one that throws or hangs, an answer that says so. */
    Result ask(ServiceReference<HealthCheck> reference) {
        running.entrySet().removeIf(entry -> entry.getValue().isDone());
        FutureTask<Result> task = running.get(reference);
        if (task == null) {
            task = new FutureTask<>(() -> execute(reference));
            running.put(reference, task);
            var thread = new Thread(task, "modules health check");
            thread.setDaemon(true);
            thread.start();
        }
        try {
            return task.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Result(Result.Status.CRITICAL, "Antwortet nicht innerhalb von " + LIMIT.toSeconds() + " s.");
        } catch (ExecutionException e) {
            return new Result(Result.Status.CRITICAL, String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(Result.Status.TEMPORARILY_UNAVAILABLE, "unterbrochen");
        }
    }

    private Result execute(ServiceReference<HealthCheck> reference) {
        HealthCheck check = context.getService(reference);
        if (check == null) {
            return new Result(Result.Status.TEMPORARILY_UNAVAILABLE, "Der Dienst ist gerade gegangen.");
        }
        try {
            return check.execute();
        } finally {
            context.ungetService(reference);
        }
    }

    /** What a check says, in one text. */
    static String text(Result result) {
        return StreamSupport.stream(result.spliterator(), false)
                .map(ResultLog.Entry::getMessage)
                .collect(Collectors.joining(" "));
    }
}
