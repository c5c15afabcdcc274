package de.einsnull.portal.shell.guard;

import de.einsnull.security.api.CurrentRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Runs what bundles contribute on threads of its own. Each bundle has a lane of {@value #PER_BUNDLE} calls at once, so
 * one that hangs can neither keep the server's threads nor those of others. Thread-safe.
 */
@Component(service = Lanes.class)
public final class Lanes {

    static final int PER_BUNDLE = 16;
    private static final int THREADS = 128;
    private static final long WAIT_IN_MS = 100;

    private final Map<String, Semaphore> lanes = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(0, THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);

    private final CurrentRequest current;

    @Activate
    public Lanes(@Reference CurrentRequest current) {
        this.current = current;
    }

    private Thread thread(Runnable work) {
        var thread = new Thread(work, "portal-" + number.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    @Deactivate
    public void stop() {
        threads.shutdownNow();
    }

    /** How long a call may go on after it was interrupted. */
    private static final Duration TO_END = Duration.ofSeconds(5);

    /** A call that has begun. */
    public record Started<T>(CompletableFuture<T> result, java.util.concurrent.Future<?> thread) {

        /** Calls back if the call, which was interrupted, still goes on some seconds later. */
        public void ifStuck(Runnable report) {
            CompletableFuture.delayedExecutor(TO_END.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> {
                        if (!result.isDone()) {
                            report.run();
                        }
                    });
        }

        /**
         * Waits for the result; when the time is over the call is interrupted.
         *
         * @throws TimeoutException when the time is over
         * @throws Exception what the call threw
         */
        public T get(Duration limit) throws Exception {
            try {
                return result.get(Math.max(0, limit.toNanos()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                thread.cancel(true);
                throw e;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Exception cause) {
                    throw cause;
                }
                throw e;
            }
        }
    }

    /**
     * Begins a call in a bundle's lane. The place in the lane is free again when the call really ends, however long ago
     * its caller gave up.
     *
     * @param contribution the bundle's object that is called
     * @throws BusyException if all places of the lane are taken
     */
    public <T> Started<T> start(String bundle, Object contribution, Callable<T> call)
            throws BusyException, InterruptedException {
        var loader = contribution.getClass().getClassLoader();
        return start(bundle, () -> as(loader, call));
    }

    /** The thread shows whose code it runs, so that what is used and left behind can be told. */
    private static <T> T as(ClassLoader loader, Callable<T> call) throws Exception {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return call.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    <T> Started<T> start(String bundle, Callable<T> call) throws BusyException, InterruptedException {
        var lane = lanes.computeIfAbsent(bundle, name -> new Semaphore(PER_BUNDLE));
        if (!lane.tryAcquire(WAIT_IN_MS, TimeUnit.MILLISECONDS)) {
            throw new BusyException(bundle);
        }
        var result = new CompletableFuture<T>();
        var carried = current.carry(call);
        try {
            var thread = threads.submit(() -> run(carried, result, lane));
            return new Started<>(result, thread);
        } catch (RejectedExecutionException e) {
            lane.release();
            throw new BusyException(bundle, e);
        }
    }

    private static <T> void run(Callable<T> call, CompletableFuture<T> result, Semaphore lane) {
        try {
            result.complete(call.call());
        } catch (Throwable e) { // whatever a bundle throws, errors included, is its own affair
            result.completeExceptionally(e);
        } finally {
            lane.release();
        }
    }

    /** Calls and waits. */
    <T> T call(String bundle, Duration limit, Callable<T> call) throws Exception {
        return start(bundle, call).get(limit);
    }
}
