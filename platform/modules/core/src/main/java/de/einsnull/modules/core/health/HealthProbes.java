package de.einsnull.modules.core.health;

import de.einsnull.health.api.CheckLog;
import de.einsnull.health.api.Sentence;
import de.einsnull.modules.api.ModuleDetails.Level;
import de.einsnull.modules.core.health.Statement.Code;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Map<ServiceReference<?>, FutureTask<Optional<Result>>> running = new ConcurrentHashMap<>();

    HealthProbes(BundleContext context) {
        this.context = context;
    }

    /** The answer of one check; of one that throws or hangs, a statement that says so. */
    Statement ask(String subject, ServiceReference<HealthCheck> reference) {
        try {
            Optional<Result> answer = task(reference).get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return answer.map(
                            result -> new Statement(level(result), subject, Code.SAYS, text(result), sentences(result)))
                    .orElseGet(() -> gone(subject));
        } catch (TimeoutException e) {
            return Statement.bad(subject, Code.DOES_NOT_ANSWER, String.valueOf(LIMIT.toSeconds()));
        } catch (ExecutionException e) {
            return Statement.bad(subject, Code.CHECK_FAILED, String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return gone(subject);
        }
    }

    private static Statement gone(String subject) {
        return new Statement(Level.ATTENTION, subject, Code.CHECK_GONE, "");
    }

    private FutureTask<Optional<Result>> task(ServiceReference<HealthCheck> reference) {
        running.entrySet().removeIf(entry -> entry.getValue().isDone());
        FutureTask<Optional<Result>> task = running.get(reference);
        if (task == null) {
            task = new FutureTask<>(() -> execute(reference));
            running.put(reference, task);
            var thread = new Thread(task, "modules health check");
            thread.setDaemon(true);
            thread.start();
        }
        return task;
    }

    /** What a check answers, nothing if it has just gone. */
    private Optional<Result> execute(ServiceReference<HealthCheck> reference) {
        HealthCheck check = context.getService(reference);
        if (check == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(check.execute());
        } finally {
            context.ungetService(reference);
        }
    }

    private static Level level(Result result) {
        return switch (result.getStatus()) {
            case OK -> Level.GOOD;
            case WARN, TEMPORARILY_UNAVAILABLE -> Level.ATTENTION;
            default -> Level.BAD;
        };
    }

    /** What a check says, for pages; nothing unless all of it can be said in any language. */
    private static List<Sentence> sentences(Result result) {
        List<Optional<Sentence>> all = StreamSupport.stream(result.spliterator(), false)
                .map(CheckLog::sentence)
                .toList();
        return all.stream().allMatch(Optional::isPresent)
                ? all.stream().flatMap(Optional::stream).toList()
                : List.of();
    }

    /** What a check says, in one text. */
    private static String text(Result result) {
        return StreamSupport.stream(result.spliterator(), false)
                .map(ResultLog.Entry::getMessage)
                .collect(Collectors.joining(" "));
    }
}
