package de.einsnull.sensors.core.host;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.driver.CloseReason;
import de.einsnull.sensors.api.driver.DriverContext;
import de.einsnull.sensors.api.driver.DriverDescription;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Polled;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A device that is asked every ten milliseconds, and can be away, slow, or dead. Connects in {@code open} only. */
class PolledStation implements Polled {

    final AtomicInteger polls = new AtomicInteger();
    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger pollsAfterClose = new AtomicInteger();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger inside = new AtomicInteger();
    volatile boolean away;
    volatile boolean connectionBroken;
    volatile boolean dead;
    volatile Duration slow = Duration.ZERO;
    volatile boolean closed = true;
    volatile DriverContext context;

    @Override
    public DriverDescription describe() {
        return new DriverDescription("Station", List.of(Channel.number("n", "1", "urn:n")));
    }

    @Override
    public Duration interval() {
        return Duration.ofMillis(10);
    }

    @Override
    public void open(DriverContext given) {
        context = given;
        connectionBroken = false;
        closed = false;
        opened.incrementAndGet();
    }

    @Override
    public void poll() throws DriverException {
        mostAtOnce.accumulateAndGet(inside.incrementAndGet(), Math::max);
        try {
            if (closed) {
                pollsAfterClose.incrementAndGet();
            }
            ask();
        } finally {
            inside.decrementAndGet();
        }
    }

    private void ask() throws DriverException {
        long end = System.nanoTime() + slow.toNanos();
        while (dead || System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        if (away || connectionBroken) {
            throw new DriverException(DriverCause.COMMUNICATION, "no answer");
        }
        int n = polls.incrementAndGet();
        context.emit(new Report("d", n, Instant.now(), List.of(new Reading("n", n, "1", Instant.now()))));
    }

    @Override
    public void close(CloseReason reason) {
        closed = true;
    }
}
