package de.einsnull.bus.artemis.group;

import de.einsnull.bus.api.BatchReceiver;
import de.einsnull.bus.api.SubscriptionSpec;
import de.einsnull.bus.artemis.BusMeters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the workers of a subscription share: its limits, and whether it is still open. Thread-safe. */
final class GroupLane {

    private static final Logger LOG = LoggerFactory.getLogger(GroupLane.class);

    private final SubscriptionSpec spec;
    private final BatchReceiver receiver;
    private final BusMeters meters;
    private final Clock clock;
    private final Semaphore permits;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch listening;
    private final ConcurrentHashMap<Thread, Instant> busy = new ConcurrentHashMap<>();

    GroupLane(SubscriptionSpec spec, BatchReceiver receiver, BusMeters meters, Clock clock, int workers) {
        this.listening = new CountDownLatch(workers);
        this.spec = spec;
        this.receiver = receiver;
        this.meters = meters;
        this.clock = clock;
        this.permits = new Semaphore(spec.concurrency(), true);
    }

    SubscriptionSpec spec() {
        return spec;
    }

    BatchReceiver receiver() {
        return receiver;
    }

    BusMeters meters() {
        return meters;
    }

    Clock clock() {
        return clock;
    }

    boolean isOpen() {
        return closing.getCount() > 0;
    }

    void close() {
        closing.countDown();
    }

    /** A worker listens at its queue for the first time. */
    void listens() {
        listening.countDown();
    }

    /** Waits until all workers listen; gives up silently. */
    void awaitListening(Duration longest) {
        try {
            if (!listening.await(longest.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.debug("Group {} does not listen yet", spec.group());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for a free place among the batches that may be handled at once. */
    void enter() throws InterruptedException {
        permits.acquire();
        busy.put(Thread.currentThread(), clock.instant());
    }

    void leave() {
        busy.remove(Thread.currentThread());
        permits.release();
    }

    /** Since when the batch that takes longest is being handled. */
    Optional<Instant> busySince() {
        return busy.values().stream().min(Instant::compareTo);
    }

    void sleep(Duration duration) throws InterruptedException {
        if (closing.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new InterruptedException("The subscription was closed");
        }
    }
}
