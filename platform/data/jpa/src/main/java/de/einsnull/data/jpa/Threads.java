package de.einsnull.data.jpa;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The few threads of this bundle, by name. */
final class Threads {

    private static final int WORKERS = 4;
    private static final long IDLE_SECONDS = 5;

    private Threads() {}

    static ThreadFactory named(String name) {
        return task -> {
            var thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** One thread; what is given to it after its end is dropped, because nothing is left to do then. */
    static ScheduledExecutorService scheduler(String name) {
        var scheduler = new ScheduledThreadPoolExecutor(1, named(name), new ThreadPoolExecutor.DiscardPolicy());
        scheduler.setRemoveOnCancelPolicy(true);
        scheduler.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return scheduler;
    }

    /** Up to four threads that end when there is nothing to do. */
    static ThreadPoolExecutor workers(String name) {
        var workers = new ThreadPoolExecutor(
                WORKERS, WORKERS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named(name));
        workers.allowCoreThreadTimeOut(true);
        return workers;
    }
}
