package de.einsnull.sensors.core;

import de.einsnull.bus.api.BatchReceiver;
import de.einsnull.bus.api.BusException;
import de.einsnull.bus.api.DeadLetter;
import de.einsnull.bus.api.DeadLetters;
import de.einsnull.bus.api.MessageBus;
import de.einsnull.bus.api.Outlet;
import de.einsnull.bus.api.Subscription;
import de.einsnull.bus.api.SubscriptionSpec;
import de.einsnull.bus.api.TopicMessage;
import de.einsnull.bus.api.TryLaterException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bus in memory that keeps the promises of its contract: durable groups, a batch as one transaction, what failed comes
 * again one by one, nothing counts while the receiver says "later".
 */
public final class FakeBus implements MessageBus, DeadLetters {

    private record Waiting(TopicMessage message, int attempt) {}

    private final Map<String, Group> groups = new ConcurrentHashMap<>();
    private final List<DeadLetter> letters = new CopyOnWriteArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();
    private volatile boolean down;

    public void setDown(boolean isDown) {
        down = isDown;
    }

    public void send(String topic, String payload) {
        send(TopicMessage.of(topic, payload.getBytes(StandardCharsets.UTF_8), Map.of()));
    }

    @Override
    public CompletionStage<Void> send(TopicMessage message) {
        if (down) {
            return CompletableFuture.failedFuture(new BusException("down", null));
        }
        groups.values().forEach(g -> g.offer(message));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void notify(TopicMessage message) {
        groups.values().stream().filter(g -> !g.spec.durable()).forEach(g -> g.offer(message));
    }

    @Override
    public Subscription subscribe(SubscriptionSpec spec, BatchReceiver receiver) {
        return groups.computeIfAbsent(spec.group(), g -> new Group(spec)).open(receiver);
    }

    @Override
    public long forget(String group) {
        groups.remove(group);
        return 0;
    }

    public boolean isOpen(String group) {
        var g = groups.get(group);
        return g != null && g.receiver != null;
    }

    public long backlog(String group) {
        return groups.get(group).backlog();
    }

    @Override
    public long count() {
        return letters.size();
    }

    @Override
    public List<DeadLetter> list(Optional<String> group, int limit) {
        return letters.stream()
                .filter(l -> group.isEmpty() || group.get().equals(l.group()))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<DeadLetter> find(String id) {
        return letters.stream().filter(l -> l.id().equals(id)).findFirst();
    }

    @Override
    public boolean replay(String id) {
        var found = letters.stream().filter(l -> l.id().equals(id)).findFirst();
        found.ifPresent(l -> {
            letters.remove(l);
            groups.get(l.group()).put(l.message());
        });
        return found.isPresent();
    }

    @Override
    public boolean discard(String id) {
        return letters.removeIf(l -> l.id().equals(id));
    }

    private final class Group implements Subscription {

        private final SubscriptionSpec spec;
        private final List<Waiting> queue = new ArrayList<>();
        private volatile BatchReceiver receiver;
        private Thread thread;

        Group(SubscriptionSpec spec) {
            this.spec = spec;
        }

        synchronized Group open(BatchReceiver to) {
            if (receiver != null) {
                throw new IllegalArgumentException(spec.group() + " is open already");
            }
            receiver = to;
            thread = new Thread(() -> deliver(to), "bus-" + spec.group());
            thread.setDaemon(true);
            thread.start();
            return this;
        }

        void offer(TopicMessage message) {
            boolean open = spec.durable() || receiver != null;
            if (open && spec.filters().stream().anyMatch(f -> matches(f, message.topic()))) {
                put(message);
            }
        }

        synchronized void put(TopicMessage message) {
            queue.add(new Waiting(
                    new TopicMessage(message.topic(), message.payload(), message.attributes(), Instant.now(), 1), 1));
            notifyAll();
        }

        private void deliver(BatchReceiver to) {
            try {
                while (receiver == to) {
                    var batch = next(to);
                    if (!batch.isEmpty()) {
                        handle(to, batch);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private synchronized List<Waiting> next(BatchReceiver to) throws InterruptedException {
            while (queue.isEmpty() && receiver == to) {
                wait(50);
            }
            int size = queue.stream().anyMatch(w -> w.attempt() > 1) ? 1 : spec.maxBatch();
            return receiver == to ? List.copyOf(queue.subList(0, Math.min(size, queue.size()))) : List.of();
        }

        private void handle(BatchReceiver to, List<Waiting> batch) throws InterruptedException {
            var sent = new ArrayList<TopicMessage>();
            var aside = new ArrayList<DeadLetter>();
            try {
                to.receive(batch.stream().map(Waiting::message).toList(), outlet(sent, aside));
                done(batch);
                sent.forEach(FakeBus.this::send);
                letters.addAll(aside);
            } catch (TryLaterException e) {
                synchronized (this) {
                    wait(20);
                }
            } catch (Exception e) {
                done(batch);
                again(batch, e);
            }
        }

        private synchronized void done(List<Waiting> batch) {
            queue.removeAll(batch);
        }

        private synchronized void again(List<Waiting> batch, Exception e) {
            for (Waiting w : batch) {
                if (w.attempt() >= spec.maxAttempts()) {
                    letters.add(letter(w.message(), "handler-failed", String.valueOf(e)));
                } else {
                    queue.add(new Waiting(w.message(), w.attempt() + 1));
                }
            }
        }

        private Outlet outlet(List<TopicMessage> sent, List<DeadLetter> aside) {
            return new Outlet() {
                @Override
                public void send(TopicMessage message) {
                    sent.add(message);
                }

                @Override
                public void putAside(TopicMessage message, String cause, String detail) {
                    aside.add(letter(message, cause, detail));
                }
            };
        }

        private DeadLetter letter(TopicMessage message, String cause, String detail) {
            return new DeadLetter("l" + ids.incrementAndGet(), spec.group(), cause, detail, Instant.now(), message);
        }

        @Override
        public synchronized long backlog() {
            return queue.size();
        }

        @Override
        public void close() {
            Thread ending;
            synchronized (this) {
                receiver = null;
                ending = thread;
                notifyAll();
            }
            try {
                ending.join(10_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean matches(String filter, String topic) {
        var regex = filter.replace("$", "\\$").replace("+", "[^/]+").replace("#", ".*");
        return topic.matches(regex);
    }
}
