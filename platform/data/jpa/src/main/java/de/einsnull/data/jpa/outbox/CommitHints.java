package de.einsnull.data.jpa.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Component;

/** Tells the relay of this node that rows will be there as soon as a transaction commits. */
@Component(service = CommitHints.class)
public final class CommitHints {

    private final Semaphore hints = new Semaphore(0);

    /** An event has been added to a transaction that is still open. */
    void appended() {
        if (hints.availablePermits() == 0) {
            hints.release();
        }
    }

    /**
     * Waits for a hint.
     *
     * @return whether there was one within the time
     */
    boolean await(Duration longest) throws InterruptedException {
        var hinted = hints.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
        hints.drainPermits();
        return hinted;
    }
}
