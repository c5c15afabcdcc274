package de.einsnull.systemtest;

import de.einsnull.testkit.city.City;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Visitors who ask for the same pages all the time and note every answer that is not what they asked for. */
final class SteadyLoad implements AutoCloseable {

    private static final long PAUSE_NANOS = Duration.ofMillis(25).toNanos();

    private final City city;
    private final List<Thread> visitors = new ArrayList<>();
    private final Collection<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile boolean running = true;

    /** Begins at once, with one visitor a path. */
    SteadyLoad(City city, List<String> paths) {
        this.city = city;
        for (String path : paths) {
            Thread visitor = new Thread(() -> visit(path), "visitor " + path);
            visitors.add(visitor);
            visitor.start();
        }
    }

    private void visit(String path) {
        while (running) {
            try {
                int status = city.get(path).statusCode();
                if (status != 200) {
                    failures.add(path + " " + status);
                }
            } catch (IOException e) {
                failures.add(path + " " + e);
            }
            requests.incrementAndGet();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    int requests() {
        return requests.get();
    }

    /** Answers other than 200, with their path. */
    Collection<String> failures() {
        return failures;
    }

    @Override
    public void close() {
        running = false;
        visitors.forEach(visitor -> {
            try {
                visitor.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
