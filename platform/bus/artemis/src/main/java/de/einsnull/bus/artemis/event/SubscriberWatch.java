package de.einsnull.bus.artemis.event;

import de.einsnull.bus.api.CityEvent;
import de.einsnull.bus.api.EventSubscriber;
import de.einsnull.bus.api.TryLaterException;
import de.einsnull.guard.api.Kind;
import de.einsnull.guard.api.ModuleGuard;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Tells the guard of subscribers that throw or do not come back. It does not interrupt them: an event that takes long is
 * not lost, and what hangs holds nothing but its own group. Thread-safe.
 */
final class SubscriberWatch {

    private final Supplier<ModuleGuard> guard;
    private final Clock clock;
    private final Map<Thread, Call> calls = new ConcurrentHashMap<>();

    SubscriberWatch(Supplier<ModuleGuard> guard, Clock clock) {
        this.guard = guard;
        this.clock = clock;
    }

    /** A call under way; reported counts how often the guard was told. */
    private record Call(long bundle, String type, Instant since, int reported) {}

    void call(long bundle, EventSubscriber subscriber, CityEvent event) throws Exception {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        calls.put(thread, new Call(bundle, event.type(), clock.instant(), 0));
        // The thread shows whose code it runs, so that what is used and left behind can be told.
        thread.setContextClassLoader(subscriber.getClass().getClassLoader());
        try {
            subscriber.onEvent(event);
        } catch (TryLaterException | InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            strike(bundle, Kind.THREW, event.type(), e);
            throw e;
        } finally {
            thread.setContextClassLoader(before);
            calls.remove(thread);
        }
    }

    /** Tells of each call once for every limit that it has taken: first that it is late, then that it is stuck. */
    void look(Duration limit) {
        var now = clock.instant();
        calls.replaceAll((thread, call) -> {
            var due = call.since().plus(limit.multipliedBy(call.reported() + 1L));
            if (now.isBefore(due)) {
                return call;
            }
            strike(call.bundle(), call.reported() == 0 ? Kind.TIMED_OUT : Kind.STUCK, call.type(), null);
            return new Call(call.bundle(), call.type(), call.since(), call.reported() + 1);
        });
    }

    private void strike(long bundle, Kind kind, String type, Throwable cause) {
        var now = guard.get();
        if (now != null) {
            now.strike(bundle, kind, "event " + type, cause);
        }
    }
}
