package de.einsnull.bus.artemis.link;

import de.einsnull.bus.api.BusException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.SendAcknowledgementHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends messages one after the other on a thread of its own and tells when the broker has stored them. Many can be under
 * way at once, so the broker writes them to disk together. Thread-safe.
 */
public final class Sender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final BrokerLink link;
    private final Duration longestWait;
    private final Semaphore room;
    private final BlockingQueue<Parcel> waiting;
    private final Set<Parcel> underWay = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::run, "bus-send");
    private final ScheduledExecutorService confirmations =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "bus-confirm"));

    /** What the thread is about to send; it keeps its place when the connection breaks. */
    private volatile Parcel next;

    private volatile boolean closed;

    /**
     * Starts sending.
     *
     * @param link the broker
     * @param longestWait how long a message waits for room or for the broker
     * @param maxInFlight how many may wait or be under way at once
     */
    public Sender(BrokerLink link, Duration longestWait, int maxInFlight) {
        this.link = link;
        this.longestWait = longestWait;
        this.room = new Semaphore(maxInFlight);
        this.waiting = new ArrayBlockingQueue<>(maxInFlight);
        thread.setDaemon(true);
        thread.start();
        var expiry = confirmations.scheduleWithFixedDelay(this::expire, 250, 250, TimeUnit.MILLISECONDS);
        LOG.trace("Late messages are let go of by {}", expiry);
    }

    /**
     * Sends a message.
     *
     * @param address where to
     * @param message makes the message
     */
    public CompletionStage<Void> send(String address, MessageSource message) {
        try {
            if (!room.tryAcquire(longestWait.toNanos(), TimeUnit.NANOSECONDS)) {
                return failed("Too many messages are under way to the broker");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("Interrupted while waiting for room");
        }
        return accept(address, message);
    }

    /**
     * Sends a message if there is room, and does not tell what became of it.
     *
     * @param address where to
     * @param message makes the message
     */
    public void offer(String address, MessageSource message) {
        if (room.tryAcquire()) {
            accept(address, message);
        }
    }

    private CompletionStage<Void> accept(String address, MessageSource message) {
        var parcel = new Parcel(address, message, System.nanoTime() + longestWait.toNanos());
        waiting.add(parcel);
        if (closed) {
            failWaiting("The bus is closed", null);
        }
        return parcel.stored.minimalCompletionStage();
    }

    private static CompletionStage<Void> failed(String why) {
        return CompletableFuture.failedStage(new BusException(why, null));
    }

    private void run() {
        while (!closed) {
            try {
                sendOverOneWire();
            } catch (InterruptedException e) {
                LOG.debug("Sender interrupted");
            } catch (ActiveMQException | RuntimeException e) {
                failUnderWay(e);
            }
        }
    }

    private void sendOverOneWire() throws InterruptedException, ActiveMQException {
        var wire = awaitWire();
        if (wire == null) {
            return;
        }
        try (var session = wire.session(true);
                var producer = session.createProducer()) {
            while (!closed && wire.isUp()) {
                next = next == null ? waiting.poll(200, TimeUnit.MILLISECONDS) : next;
                if (next != null) {
                    ship(next, session, producer);
                    next = null;
                }
            }
        } finally {
            failUnderWay(null);
        }
    }

    private Wire awaitWire() throws InterruptedException {
        try {
            return link.await(Duration.ofMillis(500));
        } catch (BusException e) {
            LOG.trace("Still no connection", e);
            return null;
        }
    }

    private void ship(Parcel parcel, ClientSession session, ClientProducer producer) throws ActiveMQException {
        if (parcel.isLate()) {
            fail(parcel, "Waited too long for the broker", null);
            return;
        }
        underWay.add(parcel);
        try {
            producer.send(SimpleString.of(parcel.address), parcel.source.make(session), parcel);
        } catch (ActiveMQException | RuntimeException e) {
            // It did not leave; it is the next one over the next connection, in its old place.
            underWay.remove(parcel);
            throw e;
        }
    }

    /** On another thread than sending, which blocks while the broker has no room. */
    private void expire() {
        for (var first = waiting.peek(); first != null && first.isLate(); first = waiting.peek()) {
            var late = waiting.poll();
            if (late != null) {
                fail(late, "Waited too long for the broker: " + link.problem(), null);
            }
        }
        var stopped = next;
        if (stopped != null && stopped.isLate() && !underWay.contains(stopped)) {
            fail(stopped, "Waited too long for the broker: " + link.problem(), null);
        }
        underWay.stream()
                .filter(Parcel::isVeryLate)
                .forEach(parcel -> fail(parcel, "The broker did not confirm the message", null));
    }

    private void failUnderWay(Exception cause) {
        underWay.forEach(parcel -> fail(parcel, "The connection broke before the broker confirmed the message", cause));
    }

    private void failWaiting(String why, Exception cause) {
        for (var parcel = waiting.poll(); parcel != null; parcel = waiting.poll()) {
            fail(parcel, why, cause);
        }
    }

    private void fail(Parcel parcel, String why, Exception cause) {
        parcel.finish(() -> parcel.stored.completeExceptionally(new BusException(why, cause)));
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        failWaiting("The bus is closed", null);
        confirmations.shutdown();
    }

    private static Thread daemon(Runnable task, String name) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Makes a message in a session. */
    @FunctionalInterface
    public interface MessageSource {
        /**
         * Makes it.
         *
         * @param session the session it will be sent in
         */
        ClientMessage make(ClientSession session);
    }

    private final class Parcel implements SendAcknowledgementHandler {

        final String address;
        final MessageSource source;
        final long deadline;
        final CompletableFuture<Void> stored = new CompletableFuture<>();
        private final AtomicBoolean finished = new AtomicBoolean();

        Parcel(String address, MessageSource source, long deadline) {
            this.address = address;
            this.source = source;
            this.deadline = deadline;
        }

        boolean isLate() {
            return System.nanoTime() - deadline > 0;
        }

        boolean isVeryLate() {
            return System.nanoTime() - deadline > longestWait.toNanos();
        }

        @Override
        public void sendAcknowledged(Message message) {
            finish(() -> stored.complete(null));
        }

        @Override
        public void sendFailed(Message message, Exception cause) {
            fail(this, "The broker refused the message: " + cause.getMessage(), cause);
        }

        void finish(Runnable completion) {
            if (!finished.compareAndSet(false, true)) {
                return;
            }
            underWay.remove(this);
            room.release();
            try {
                confirmations.execute(completion);
            } catch (RejectedExecutionException e) {
                completion.run();
            }
        }
    }
}
