package de.einsnull.sensors.core.lane;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A piece of work on a lane. It begins once or is refused, and only its own thread is interrupted. */
final class Job<T> implements Runnable {

    private final Callable<T> work;
    private final Consumer<Job<?>> running;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final AtomicBoolean decided = new AtomicBoolean();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private Thread thread;

    /** The lane is told of the job that runs, and of null when none does. */
    Job(Callable<T> work, Consumer<Job<?>> running) {
        this.work = work;
        this.running = running;
    }

    CompletableFuture<T> result() {
        return result;
    }

    @Override
    public void run() {
        if (result.isDone() || !decided.compareAndSet(false, true)) {
            return;
        }
        on(Thread.currentThread());
        running.accept(this);
        begun.countDown();
        Throwable thrown = null;
        T value = null;
        try {
            value = work.call();
        } catch (Throwable e) {
            // Nothing of what partner code throws may end the lane; the caller gets it.
            thrown = e;
        }
        on(null);
        running.accept(null);
        ended.countDown();
        if (thrown == null) {
            result.complete(value);
        } else {
            result.completeExceptionally(thrown);
        }
    }

    private synchronized void on(Thread now) {
        thread = now;
    }

    /** Keeps it from beginning; false if it has begun. */
    boolean refuse(Exception why) {
        if (!decided.compareAndSet(false, true)) {
            return false;
        }
        begun.countDown();
        ended.countDown();
        result.completeExceptionally(why);
        return true;
    }

    synchronized void interrupt() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Tells who waits for it, and names the thread that is still in it. */
    synchronized Optional<Thread> abandon(Exception why) {
        result.completeExceptionally(why);
        return Optional.ofNullable(thread);
    }

    boolean hasBegun(Duration limit) throws InterruptedException {
        return begun.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean hasEnded(Duration limit) throws InterruptedException {
        return ended.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }
}
