package de.einsnull.web.cxf.live;

import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** All open pages, and one thread that hands events to them. */
final class LiveHub implements AutoCloseable {

    private static final int MOST_PENDING = 10_000;
    private static final int MOST_LOST_CHANNELS = 100;

    private final Limits limits;
    private final LiveMeters meters;
    private final Set<LiveClient> clients = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> perAddress = new HashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final AtomicBoolean lost = new AtomicBoolean();
    private final Set<String> lostChannels = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ThreadPoolExecutor sender;
    private final ScheduledExecutorService clock;

    /**
     * How much is allowed.
     *
     * @param clients open pages in all
     * @param perAddress open pages of one address
     * @param waiting events that wait for a slow page
     * @param heartbeatInMs time between signs of life
     */
    record Limits(int clients, int perAddress, int waiting, long heartbeatInMs) {}

    LiveHub(Limits limits, LiveMeters meters) {
        this.limits = limits;
        this.meters = meters;
        this.sender = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_PENDING), task -> thread(task, "send"));
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> thread(task, "heartbeat"));
        var ignored = clock.scheduleWithFixedDelay(
                () -> later(this::beat), limits.heartbeatInMs(), limits.heartbeatInMs(), TimeUnit.MILLISECONDS);
    }

    private static Thread thread(Runnable task, String name) {
        var thread = new Thread(task, "einsnull-live-" + name);
        thread.setDaemon(true);
        return thread;
    }

    int size() {
        return clients.size();
    }

    /** Reserves a place; whoever gets true must add a client or release the place. */
    synchronized boolean reserve(String address) {
        var total = perAddress.values().stream().mapToInt(Integer::intValue).sum();
        var own = perAddress.getOrDefault(address, 0);
        if (closed.get() || total >= limits.clients() || own >= limits.perAddress()) {
            return false;
        }
        perAddress.put(address, own + 1);
        return true;
    }

    synchronized void release(String address) {
        perAddress.computeIfPresent(address, (key, count) -> count > 1 ? count - 1 : null);
    }

    /** Takes a page in, at a reserved place. */
    void add(LiveRequest request, AsyncContext context) throws IOException {
        var client = new LiveClient(request, limits.waiting(), context, this::remove);
        clients.add(client);
        try {
            client.start();
        } catch (IllegalStateException cannotStream) {
            clients.remove(client);
            throw cannotStream;
        }
        client.send(LiveEvent.HELLO);
        if (request.cameBack()) {
            client.send(LiveEvent.RESYNC);
        }
        if (closed.get()) {
            client.end();
        }
    }

    private void remove(LiveClient client) {
        if (clients.remove(client)) {
            release(client.address());
        }
    }

    /** Hands an event over; never blocks. If too much is pending, all pages are told to resync. */
    void publish(String channel, String json) {
        if (!clients.isEmpty()) {
            later(() -> deliver(channel, json));
        }
    }

    private void later(Runnable task) {
        try {
            sender.execute(task);
        } catch (RejectedExecutionException tooMuchOrClosed) {
            lost.set(true);
        }
    }

    private void deliver(String channel, String json) {
        var id = ids.incrementAndGet();
        for (var client : clients) {
            var name = client.nameOf(channel);
            if (name != null && !client.send(LiveEvent.of(id, name, json))) {
                meters.fellBehind();
            }
        }
    }

    /** Something was not sent on a channel: with the next sign of life its pages are told to load anew. */
    void lose(String channel) {
        if (lostChannels.size() < MOST_LOST_CHANNELS) {
            lostChannels.add(channel);
        } else {
            lost.set(true);
        }
    }

    private void beat() {
        boolean all = lost.getAndSet(false);
        var missed = List.copyOf(lostChannels);
        missed.forEach(lostChannels::remove);
        for (var client : clients) {
            if (client.isStuck()) {
                meters.cut();
                client.end();
            } else {
                client.send(all || client.listensToOneOf(missed) ? LiveEvent.RESYNC : LiveEvent.HEARTBEAT);
            }
        }
    }

    @Override
    public void close() {
        closed.set(true);
        clock.shutdownNow();
        sender.shutdownNow();
        clients.forEach(LiveClient::end);
    }
}
