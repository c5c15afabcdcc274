package de.einsnull.bus.artemis.broker;

import de.einsnull.bus.api.TopicSpace;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * First levels that belong to modules, and what clients want to hear there. A level stays taken while its module is away:
 * what clients publish then waits for it. Thread-safe.
 */
final class Spaces {

    private static final Logger LOG = LoggerFactory.getLogger(Spaces.class);

    /** Subscriptions of all clients to a space; each topic is worked out by the module for each change. */
    private static final int MOST_TOPICS = 5_000;

    /** A level; without a module while that is away. */
    private record Level(Optional<TopicSpace> module, boolean free) {}

    private final Map<String, Level> levels = new ConcurrentHashMap<>();
    private final Map<String, Integer> subscribers = new HashMap<>();
    private List<URI> doors = List.of();

    /** Takes a module's level. */
    synchronized void add(TopicSpace space) {
        levels.put(space.firstLevel(), new Level(Optional.of(space), space.freeOnThisMachine()));
        tell(space, () -> space.doors(doors));
        tellWanted(space.firstLevel());
    }

    /** The module is away. */
    synchronized void remove(TopicSpace space) {
        levels.computeIfPresent(
                space.firstLevel(),
                (level, its) -> its.module().filter(m -> m == space).isPresent()
                        ? new Level(Optional.empty(), its.free())
                        : its);
    }

    /** Keeps a level for a module that is yet to come. */
    void reserve(String level) {
        levels.putIfAbsent(level, new Level(Optional.empty(), false));
    }

    /** Whether a topic or filter belongs to a module. */
    boolean has(String topic) {
        return levels.containsKey(first(topic));
    }

    /** Whether a client may subscribe to a topic of a space. */
    boolean offers(String topic) {
        synchronized (this) {
            if (subscribers.size() >= MOST_TOPICS && !subscribers.containsKey(topic)) {
                return false;
            }
        }
        var level = levels.get(first(topic));
        return level != null && level.module().map(m -> m.offers(topic)).orElse(true);
    }

    /** Levels that programs on this machine use without an account. */
    List<String> free() {
        return levels.entrySet().stream()
                .filter(e -> e.getValue().free())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A subscription begins. */
    synchronized void begin(String topic) {
        if (subscribers.merge(topic, 1, Integer::sum) == 1) {
            tellWanted(first(topic));
        }
    }

    /** A subscription ends. */
    synchronized void end(String topic) {
        if (subscribers.computeIfPresent(topic, (t, n) -> n > 1 ? n - 1 : null) == null) {
            tellWanted(first(topic));
        }
    }

    /** A broker has started with these subscriptions, or stopped. */
    synchronized void reset(Collection<String> topics) {
        subscribers.clear();
        topics.forEach(t -> subscribers.merge(t, 1, Integer::sum));
        levels.keySet().forEach(this::tellWanted);
    }

    /** Doors have been opened or closed. */
    synchronized void reachable(List<URI> addresses) {
        doors = List.copyOf(addresses);
        levels.values().stream()
                .flatMap(level -> level.module().stream())
                .forEach(module -> tell(module, () -> module.doors(doors)));
    }

    private void tellWanted(String level) {
        Optional.ofNullable(levels.get(level)).flatMap(Level::module).ifPresent(module -> {
            Set<String> topics = subscribers.keySet().stream()
                    .filter(t -> first(t).equals(level))
                    .collect(Collectors.toUnmodifiableSet());
            tell(module, () -> module.wanted(topics));
        });
    }

    private static void tell(TopicSpace module, Runnable what) {
        try {
            what.run();
        } catch (RuntimeException e) {
            LOG.warn("The module with the topics {} failed", module.firstLevel(), e);
        }
    }

    private static String first(String topic) {
        int slash = topic.indexOf('/');
        return slash < 0 ? topic : topic.substring(0, slash);
    }
}
