package de.einsnull.sensors.core.host;

import de.einsnull.bus.api.BusException;
import de.einsnull.bus.api.MessageBus;
import de.einsnull.bus.api.TopicMessage;
import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Emit;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Report;
import de.einsnull.sensors.core.ingest.Acceptance;
import de.einsnull.sensors.core.ingest.Refusal;
import de.einsnull.sensors.core.ingest.Wire;
import de.einsnull.sensors.core.ingest.Wire.Measured;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Takes what a driver emits: within {@code receive} into the transaction of the message, otherwise into the durable queue
 * before it says that it accepts.
 */
final class Emitter {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int SEND_SECONDS = 15;

    private record Current(Thread thread, Collected collected) {}

    /** A call of the driver. */
    @FunctionalInterface
    interface Call {
        void run() throws DriverException;
    }

    private final String instance;
    private final Channels channels;
    private final Acceptance acceptance;
    private final MessageBus bus;
    private final Pressure pressure;
    private volatile Current current;
    private volatile boolean ended;

    Emitter(String instance, Channels channels, Acceptance acceptance, MessageBus bus, Pressure pressure) {
        this.pressure = pressure;
        this.instance = instance;
        this.channels = channels;
        this.acceptance = acceptance;
        this.bus = bus;
    }

    /** What the calling thread emits while the call runs belongs to a message. */
    void during(Collected collected, Call call) throws DriverException {
        current = new Current(Thread.currentThread(), collected);
        try {
            call.run();
        } finally {
            current = null;
        }
    }

    /** Takes nothing any more: the instance is gone, whatever threads it left. */
    void end() {
        ended = true;
    }

    Emit emit(Report report) {
        var now = current;
        boolean ofMessage = now != null && now.thread() == Thread.currentThread();
        if (ended) {
            return new Emit.Rejected(Outcomes.DRIVER_FAILED, "the instance was closed");
        }
        var pause = ofMessage ? Optional.<Duration>empty() : pressure.pause();
        return pause.<Emit>map(Emit.SlowDown::new).orElseGet(() -> take(report, ofMessage ? now : null));
    }

    private Emit take(Report report, Current now) {
        boolean ofMessage = now != null;
        var readings = new ArrayList<Measured>();
        var refusal = check(report, readings);
        if (!readings.isEmpty()) {
            var message = TopicMessage.of(Wire.TOPIC + instance, Wire.write(report, readings), Map.of());
            if (ofMessage) {
                now.collected().add(message);
            } else if (!send(message)) {
                return new Emit.SlowDown(PAUSE);
            }
        }
        if (ofMessage) {
            refusal.ifPresent(now.collected()::refuse);
        } else {
            refusal.ifPresent(r -> channels.count(r, report.device()));
        }
        return refusal.<Emit>map(r -> new Emit.Rejected(r.outcome(), r.detail()))
                .orElseGet(Emit.Accepted::new);
    }

    private Optional<Refusal> check(Report report, ArrayList<Measured> accepted) {
        if (!channels.isKnown(report.device())) {
            return Optional.of(channels.unknown(report.device()));
        }
        Optional<Refusal> first = Optional.empty();
        for (Reading reading : report.readings()) {
            var channel = channels.find(report.device(), reading.channel());
            var refusal = channel.map(c -> acceptance.check(reading, c)).orElseGet(() -> undescribed(reading));
            if (refusal.isEmpty()) {
                accepted.add(new Measured(reading, channel.orElseThrow()));
            } else {
                channels.refused(
                        report.device(), reading.channel(), refusal.get().outcome());
                first = first.or(() -> refusal);
            }
        }
        return first;
    }

    private static Optional<Refusal> undescribed(Reading reading) {
        return Optional.of(new Refusal(
                Outcomes.UNKNOWN_CHANNEL,
                "neither model nor driver describes the channel '" + reading.channel() + "'"));
    }

    private boolean send(TopicMessage message) {
        try {
            bus.send(message).toCompletableFuture().get(SEND_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException | BusException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What is known about devices and their channels. */
    interface Channels {
        boolean isKnown(String device);

        Refusal unknown(String device);

        Optional<Channel> find(String device, String channel);

        void count(Refusal refusal, String device);

        void refused(String device, String channel, String outcome);
    }
}
