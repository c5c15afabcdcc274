package de.einsnull.sensors.core.host;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.driver.CloseReason;
import de.einsnull.sensors.api.driver.DriverContext;
import de.einsnull.sensors.api.driver.DriverDescription;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Listening;
import de.einsnull.sensors.api.driver.RawMessage;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Report;
import de.einsnull.sensors.api.driver.UndecodableFrameException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A driver for tests: topic {@code test/<instance>/<device>}, payload {@code <sequence> <number>}; some words make it
 * misbehave.
 */
final class ByteDriver implements Listening {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    final AtomicBoolean stuck = new AtomicBoolean(true);
    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    final AtomicInteger inside = new AtomicInteger();
    volatile boolean overlapped;
    volatile DriverException refuseToOpen;
    volatile DriverException refuseToReceive;
    private final String instance;
    private volatile DriverContext context;

    ByteDriver(String instance) {
        this.instance = instance;
    }

    @Override
    public DriverDescription describe() {
        return new DriverDescription(
                "Test", List.of(Channel.number("n", "1", "urn:n"), Channel.text("word", "urn:word")));
    }

    @Override
    public List<String> topicFilters() {
        return List.of("test/" + instance + "/#");
    }

    @Override
    public void open(DriverContext given) throws DriverException {
        enter();
        try {
            if (refuseToOpen != null) {
                throw refuseToOpen;
            }
            context = given;
            opened.incrementAndGet();
        } finally {
            inside.decrementAndGet();
        }
    }

    @Override
    public void close(CloseReason reason) {
        enter();
        closed.incrementAndGet();
        inside.decrementAndGet();
    }

    private void enter() {
        if (inside.incrementAndGet() > 1) {
            overlapped = true;
        }
    }

    @Override
    public void receive(RawMessage message) throws UndecodableFrameException, DriverException {
        enter();
        try {
            if (refuseToReceive != null) {
                throw refuseToReceive;
            }
            handle(message, new String(message.payload(), StandardCharsets.UTF_8));
        } finally {
            inside.decrementAndGet();
        }
    }

    private void handle(RawMessage message, String text) throws UndecodableFrameException {
        var device = message.topic().substring(message.topic().lastIndexOf('/') + 1);
        switch (text) {
            case "nothing" -> {}
            case "hang" -> spin();
            case "throw" -> throw new IllegalStateException("broken driver");
            case "nan" -> emit(device, 1, new Reading("n", Double.NaN, "1", NOON), good(2));
            case "infinite" -> emit(device, 1, new Reading("n", Double.NEGATIVE_INFINITY, "1", NOON));
            case "future" -> emit(
                    device, 1, new Reading("n", 1, "1", Instant.now().plusSeconds(90_000)));
            case "past" -> emit(device, 1, new Reading("n", 1, "1", Instant.EPOCH));
            case "type" -> emit(device, 1, new Reading("n", "many", NOON));
            case "unit" -> emit(device, 1, new Reading("n", 1, "V", NOON));
            case "channel" -> emit(device, 1, new Reading("speed", 1, "km/h", NOON));
            case "novel" -> emit(
                    device, 1, new Reading("word", Value.of("x".repeat(Value.MAX_TEXT_CHARS + 1)), "", NOON));
            default -> number(device, text);
        }
    }

    private void number(String device, String text) throws UndecodableFrameException {
        try {
            var parts = text.split(" ");
            long sequence = Long.parseLong(parts[0]);
            emit(device, sequence, new Reading("n", Double.parseDouble(parts[1]), "1", NOON.plusSeconds(sequence)));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new UndecodableFrameException(Outcomes.MALFORMED, "not two numbers", e);
        }
    }

    private static Reading good(double number) {
        return new Reading("n", number, "1", NOON);
    }

    private void emit(String device, long sequence, Reading... readings) {
        context.emit(new Report(device, sequence, Instant.now(), List.of(readings)));
    }

    DriverContext context() {
        return context;
    }

    private void spin() {
        while (stuck.get()) {
            Thread.onSpinWait();
        }
    }

    static DriverException away() {
        return new DriverException(DriverCause.COMMUNICATION, "the gateway does not answer");
    }
}
