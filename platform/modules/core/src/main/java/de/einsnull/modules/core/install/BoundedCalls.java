package de.einsnull.modules.core.install;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls code of modules, each time in a thread of its own, for a limited time: a module that never returns must not block
 * the installer. A thread that does not return is interrupted and given up.
 */
final class BoundedCalls {

    private final Duration limit;

    /** @param limit longest time a call may take */
    BoundedCalls(Duration limit) {
        this.limit = limit;
    }

    /**
     * Calls something.
     *
     * @param what name of the thread
     * @throws ChangeFailed if it throws or does not return in time
     */
    void call(String what, Action action) throws ChangeFailed {
        Callable<Void> callable = () -> {
            action.run();
            return null;
        };
        var task = new FutureTask<>(callable);
        var thread = new Thread(task, "modules " + what);
        thread.setDaemon(true);
        thread.start();
        try {
            task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw ChangeFailed.hanging(what, limit);
        } catch (ExecutionException e) {
            throw ChangeFailed.of(what, e.getCause());
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw ChangeFailed.of(what, e);
        }
    }

    /** Code that may throw anything. */
    interface Action {
        void run() throws Exception;
    }
}
