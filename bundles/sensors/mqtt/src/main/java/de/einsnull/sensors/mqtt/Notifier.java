package de.einsnull.sensors.mqtt;

import de.einsnull.bus.api.MessageBus;
import de.einsnull.bus.api.TopicMessage;
import de.einsnull.bus.api.TopicSpace;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.store.EntityChange;
import de.einsnull.sensors.sensorthings.store.EntityChange.What;
import de.einsnull.sensors.sensorthings.store.Failure;
import de.einsnull.sensors.sensorthings.store.StoreException;
import de.einsnull.sensors.sensorthings.store.Visibility;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells subscribers what was committed, on a thread of its own: whoever writes never waits. Changes that nobody asks for
 * cost nothing. While the database is away changes wait.
 */
final class Notifier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);

    /** Changes that wait, about 40 bytes each; a reading every 100 microseconds for a minute. */
    private static final int MOST_WAITING = 600_000;

    private static final int AT_ONCE = 2_000;
    private static final long PAUSE_MS = 1_000;

    private final MessageBus bus;
    private final Scene scene;
    private final Meters meters;
    private final BlockingQueue<List<EntityChange>> queue = new LinkedBlockingQueue<>();
    private final AtomicLong waiting = new AtomicLong();

    /** What was last said of a property, so that it is said again only when it is something else. */
    private final Map<String, byte[]> said = new HashMap<>();

    private final Thread thread = new Thread(this::run, "sensors-mqtt");
    private volatile List<Topic> topics = List.of();
    private volatile Set<EntityType> types = Set.of();
    private final CountDownLatch closed = new CountDownLatch(1);

    Notifier(MessageBus bus, Scene scene, Meters meters) {
        this.bus = bus;
        this.scene = scene;
        this.meters = meters;
        thread.setDaemon(true);
        thread.start();
    }

    /** Goes on with other topics. */
    void wanted(List<Topic> others) {
        types = others.stream().map(Topic::type).collect(Collectors.toUnmodifiableSet());
        topics = List.copyOf(others);
    }

    /** Takes changes that were committed. Returns at once. */
    void changed(List<EntityChange> changes) {
        var now = types;
        var news = now.isEmpty()
                ? List.<EntityChange>of()
                : changes.stream().filter(c -> isWanted(c, now)).toList();
        if (news.isEmpty()) {
            return;
        }
        if (waiting.addAndGet(news.size()) > MOST_WAITING) {
            waiting.addAndGet(-news.size());
            meters.lost(news.size());
            return;
        }
        queue.add(news);
    }

    private static boolean isWanted(EntityChange change, Set<EntityType> types) {
        return types.contains(change.type())
                || (change.what() == What.FOLLOWED && types.contains(EntityType.MULTI_DATASTREAM));
    }

    /** Changes that wait. */
    long backlog() {
        return waiting.get();
    }

    private void run() {
        while (!isClosed()) {
            try {
                var changes = next();
                tell(changes);
                waiting.addAndGet(-changes.size());
            } catch (InterruptedException e) {
                LOG.debug("Interrupted");
            }
        }
    }

    private List<EntityChange> next() throws InterruptedException {
        var changes = new ArrayList<>(queue.take());
        var more = queue.peek();
        while (more != null && changes.size() + more.size() <= AT_ONCE) {
            changes.addAll(queue.take());
            more = queue.peek();
        }
        return changes;
    }

    private void tell(List<EntityChange> changes) throws InterruptedException {
        var now = topics;
        said.keySet().removeIf(text -> now.stream().noneMatch(t -> t.text().equals(text)));
        for (var topic : now) {
            var ids = new LinkedHashSet<Long>();
            changes.stream().filter(topic::concerns).map(EntityChange::id).forEach(ids::add);
            var all = new ArrayList<>(ids);
            for (int from = 0; from < all.size(); from += Scene.MOST) {
                tell(topic, all.subList(from, Math.min(all.size(), from + Scene.MOST)));
            }
        }
    }

    private void tell(Topic topic, List<Long> ids) throws InterruptedException {
        while (!isClosed()) {
            try {
                var open = scene.messages(topic, ids, Visibility.OPEN);
                var rest = ids.stream().filter(id -> !open.containsKey(id)).toList();
                var internal = rest.isEmpty() ? Map.<Long, byte[]>of() : scene.messages(topic, rest, Visibility.ALL);
                send(topic, open.values(), TopicSpace.EVERYBODY);
                send(topic, internal.values(), TopicSpace.INTERNAL);
                return;
            } catch (StoreException e) {
                if (!(e.failure() instanceof Failure.Away)) {
                    LOG.warn("Changes could not be told on {}: {}", topic.text(), e.getMessage());
                    meters.lost(ids.size());
                    return;
                }
                if (closed.await(PAUSE_MS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (RuntimeException e) {
                LOG.warn("Changes could not be told on {}", topic.text(), e);
                meters.lost(ids.size());
                return;
            }
        }
    }

    private void send(Topic topic, Collection<byte[]> messages, String audience) {
        for (var message : messages) {
            if (topic.part().isPresent() && Arrays.equals(said.put(topic.text(), message), message)) {
                continue;
            }
            var stored = bus.send(TopicMessage.of(
                    topic.text(), message, Map.of(TopicSpace.AUDIENCE, audience, "content-type", "application/json")));
            stored.whenComplete((nothing, failure) -> meters.told(topic.type(), failure == null));
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
    }
}
