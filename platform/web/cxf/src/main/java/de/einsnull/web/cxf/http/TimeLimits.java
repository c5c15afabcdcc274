package de.einsnull.web.cxf.http;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Interrupts threads that take too long. One thread watches all; it must be closed. */
public final class TimeLimits implements AutoCloseable {

    private final ScheduledThreadPoolExecutor clock;

    /** Starts the watching thread. */
    public TimeLimits() {
        clock = new ScheduledThreadPoolExecutor(1, task -> {
            var thread = new Thread(task, "einsnull-rest-time-limit");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
    }

    /**
     * Watches the calling thread until the watch is closed.
     *
     * @param limit how long it may take
     * @param onLimit runs in another thread when time is up, before the interrupt
     * @return to be closed by the calling thread
     */
    public Watch watch(Duration limit, Runnable onLimit) {
        var watch = new Watch(Thread.currentThread());
        var alarm = clock.schedule(() -> watch.expire(onLimit), limit.toMillis(), TimeUnit.MILLISECONDS);
        watch.alarm = () -> alarm.cancel(false);
        return watch;
    }

    /**
     * Does something quick that never throws again and again on the watching thread.
     *
     * @param pace time between two times
     * @param what what to do
     * @return ends it
     */
    public Runnable every(Duration pace, Runnable what) {
        var turn = clock.scheduleWithFixedDelay(what, pace.toMillis(), pace.toMillis(), TimeUnit.MILLISECONDS);
        return () -> turn.cancel(false);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /** One thread under watch. */
    public static final class Watch implements AutoCloseable {

        private final Thread thread;
        private Runnable alarm = () -> {};
        private boolean closed;
        private boolean expired;

        private Watch(Thread thread) {
            this.thread = thread;
        }

        private synchronized void expire(Runnable onLimit) {
            if (!closed) {
                expired = true;
                onLimit.run();
                thread.interrupt();
            }
        }

        /** Whether the limit was reached. */
        public synchronized boolean isExpired() {
            return expired;
        }

        /** Ends the watch; the thread leaves without a pending interrupt from it. */
        @Override
        public void close() {
            alarm.run();
            synchronized (this) {
                closed = true;
                if (expired) {
                    // Ours, and the thread goes back to the server's pool.
                    var ignored = Thread.interrupted();
                }
            }
        }
    }
}
