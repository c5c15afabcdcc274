package de.einsnull.sensors.core.host;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.ValueType;
import de.einsnull.sensors.api.driver.Candidate;
import de.einsnull.sensors.api.driver.CloseReason;
import de.einsnull.sensors.api.driver.Command;
import de.einsnull.sensors.api.driver.CommandResult;
import de.einsnull.sensors.api.driver.CommandType;
import de.einsnull.sensors.api.driver.Commandable;
import de.einsnull.sensors.api.driver.Discovering;
import de.einsnull.sensors.api.driver.DriverContext;
import de.einsnull.sensors.api.driver.DriverDescription;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Listening;
import de.einsnull.sensors.api.driver.RawMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A driver that counts what the host does with it, takes commands, looks for devices, and hangs where a test wants. */
final class CountedDriver implements Listening, Commandable, Discovering {

    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    final AtomicInteger openAtOnce = new AtomicInteger();
    final AtomicInteger received = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final String instance;
    volatile CountDownLatch whileOpening = new CountDownLatch(0);
    volatile CountDownLatch whileClosing = new CountDownLatch(0);
    volatile CountDownLatch whileReceiving = new CountDownLatch(0);
    volatile CountDownLatch whileExecuting = new CountDownLatch(0);
    volatile int connectTo;
    volatile Command command;
    volatile RuntimeException thrown;

    CountedDriver(String instance) {
        this.instance = instance;
    }

    @Override
    public DriverDescription describe() {
        return new DriverDescription("Counted", List.of(Channel.number("n", "1", "urn:n")));
    }

    @Override
    public List<String> topicFilters() {
        return List.of("counted/" + instance + "/#");
    }

    @Override
    public void open(DriverContext context) throws DriverException {
        hang(whileOpening);
        if (connectTo > 0) {
            connect();
        }
        opened.incrementAndGet();
        openAtOnce.accumulateAndGet(open.incrementAndGet(), Math::max);
    }

    /** Waits for a greeting, as a careless driver does. */
    private void connect() throws DriverException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), connectTo)) {
            socket.getInputStream().read();
        } catch (IOException e) {
            throw new DriverException(DriverCause.COMMUNICATION, "no answer", e);
        }
    }

    @Override
    public void close(CloseReason reason) {
        hang(whileClosing);
        closed.incrementAndGet();
        open.updateAndGet(n -> Math.max(0, n - 1));
    }

    @Override
    public void receive(RawMessage message) {
        hang(whileReceiving);
        received.incrementAndGet();
        if (thrown != null) {
            throw thrown;
        }
    }

    @Override
    public List<CommandType> commands() {
        return List.of(
                new CommandType("set-interval", "Sets the interval", Map.of("minutes", ValueType.NUMBER)),
                new CommandType("beep", "Beeps", Map.of()));
    }

    @Override
    public CommandResult execute(Command given) throws DriverException {
        hang(whileExecuting);
        command = given;
        var minutes = given.parameters().getOrDefault("minutes", Value.of(1));
        if (given.name().equals("beep")) {
            throw new DriverException(DriverCause.COMMUNICATION, "out of reach");
        }
        return minutes.equals(Value.of(0)) ? CommandResult.refused("at least one minute") : CommandResult.sent();
    }

    @Override
    public void scan(Consumer<Candidate> found) {
        found.accept(new Candidate("known", "", "", Map.of()));
        found.accept(new Candidate("new", "dragino-lse01", "Tree 7", Map.of("firmware", "1.2")));
        found.accept(new Candidate("new", "", "twice", Map.of()));
    }

    /** Ignores that it is interrupted, as careless code does. */
    private static void hang(CountDownLatch until) {
        while (until.getCount() > 0) {
            Thread.onSpinWait();
        }
    }
}
