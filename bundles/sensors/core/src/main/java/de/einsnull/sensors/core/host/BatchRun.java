package de.einsnull.sensors.core.host;

import de.einsnull.bus.api.TopicMessage;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Limits;
import de.einsnull.sensors.api.driver.Listening;
import de.einsnull.sensors.api.driver.RawMessage;
import de.einsnull.sensors.api.driver.UndecodableFrameException;
import de.einsnull.sensors.core.ingest.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Gives the messages of a batch to a driver, one after the other, on the driver's lane. */
final class BatchRun implements Callable<List<Collected>> {

    private final Listening driver;
    private final List<TopicMessage> batch;
    private final Emitter emitter;
    private volatile boolean begun;
    private volatile long messageSince;

    BatchRun(Listening driver, List<TopicMessage> batch, Emitter emitter) {
        this.driver = driver;
        this.batch = batch;
        this.emitter = emitter;
    }

    /** Whether the driver has been with one message for longer than this. */
    boolean isOverdue(Duration limit) {
        return begun && System.nanoTime() - messageSince > TimeUnit.MILLISECONDS.toNanos(limit.toMillis());
    }

    /** Whether it has left the queue of the lane. */
    boolean hasBegun() {
        return begun;
    }

    @Override
    public List<Collected> call() throws DriverException {
        var all = new ArrayList<Collected>(batch.size());
        for (TopicMessage message : batch) {
            messageSince = System.nanoTime();
            begun = true;
            var collected = new Collected(message);
            all.add(collected);
            if (message.payload().length > Limits.MESSAGE_BYTES) {
                collected.fail(new Refusal(
                        Outcomes.OVERSIZED,
                        message.payload().length + " bytes, at most " + Limits.MESSAGE_BYTES + " are accepted"));
            } else {
                emitter.during(collected, () -> receive(message, collected));
            }
        }
        return all;
    }

    private void receive(TopicMessage message, Collected collected) throws DriverException {
        try {
            driver.receive(
                    new RawMessage(message.topic(), message.payload(), message.attributes(), message.receivedAt()));
        } catch (UndecodableFrameException e) {
            collected.fail(new Refusal(e.outcome(), String.valueOf(e.getMessage())));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            collected.fail(new Refusal(Outcomes.DRIVER_FAILED, "the driver threw " + e));
        }
    }
}
