package de.einsnull.web.cxf.host;

import de.einsnull.guard.api.Kind;
import de.einsnull.guard.api.ModuleGuard;
import de.einsnull.web.cxf.http.GuardedResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Reports harm of resources to the guard while there is one. Thread-safe. */
final class Strikes {

    /** How long a request may go on after it was interrupted. */
    private static final Duration TO_END = Duration.ofSeconds(5);

    private final AtomicReference<ModuleGuard> guard = new AtomicReference<>();

    void set(ModuleGuard service) {
        guard.set(service);
    }

    void unset(ModuleGuard service) {
        guard.compareAndSet(service, null);
    }

    void report(GuardedResponse response, Kind kind, Throwable cause) {
        var now = guard.get();
        if (now != null && response != null) {
            now.strike(response.servedBy(), kind, response.asked(), cause);
        }
    }

    /** A request was interrupted; one that goes on is worse. */
    void interrupted(GuardedResponse response) {
        report(response, Kind.TIMED_OUT, null);
        CompletableFuture.delayedExecutor(TO_END.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (!response.isLeft()) {
                        report(response, Kind.STUCK, null);
                    }
                });
    }
}
