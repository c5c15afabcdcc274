package de.einsnull.bus.artemis.watch;

import de.einsnull.bus.api.BusGroups.Group;
import de.einsnull.bus.artemis.BusMeters;
import de.einsnull.health.api.Metrics;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Counts in the platform's metrics while they are there. */
public final class MetricsBridge implements BusMeters {

    private static final String GROUP = "group";

    private final Set<String> gauges = ConcurrentHashMap.newKeySet();
    private volatile Metrics metrics;
    private volatile BusWatch watch;

    /**
     * Where backlogs come from.
     *
     * @param source knows
     */
    public void watch(BusWatch source) {
        watch = source;
    }

    /**
     * Counts here from now on.
     *
     * @param service metrics
     */
    public void attach(Metrics service) {
        gauges.clear();
        metrics = service;
        service.gauge("bus.dead.letters", "Messages that could not be handled.", () -> state().deadLetters());
        service.gauge("bus.connected", "1 while the broker is reachable.", () -> state().connected() ? 1 : 0);
        for (var door : new String[] {"mqtt", "amqp", "core"}) {
            service.gauge(
                    "bus.connections",
                    "Connections through a door of the embedded broker.",
                    () -> state().connections().getOrDefault(door, 0),
                    "door",
                    door);
        }
    }

    /**
     * Stops counting here.
     *
     * @param service metrics
     */
    public void detach(Metrics service) {
        if (service.equals(metrics)) {
            metrics = null;
        }
    }

    private BusState state() {
        var source = watch;
        return source == null ? BusState.STARTING : source.state();
    }

    @Override
    public void published(boolean stored) {
        var now = metrics;
        if (now != null) {
            now.counter("bus.published", "Messages sent by modules.", "result", stored ? "stored" : "failed")
                    .increment();
        }
    }

    @Override
    public void handled(String group, int messages) {
        count("bus.handled", "Messages that a group has handled.", group, messages);
        backlogOf(group);
    }

    @Override
    public void failed(String group) {
        count("bus.failed", "Batches that a group failed to handle.", group, 1);
    }

    @Override
    public void putAside(String group, int messages) {
        if (messages > 0) {
            count("bus.put.aside", "Messages that a group put aside as dead letters.", group, messages);
        }
    }

    private void count(String name, String help, String group, int messages) {
        var now = metrics;
        if (now != null) {
            now.counter(name, help, GROUP, group).add(messages);
        }
    }

    private void backlogOf(String group) {
        var now = metrics;
        if (now != null && gauges.add(group)) {
            now.gauge("bus.backlog", "Messages that wait for a group.", () -> backlog(group), GROUP, group);
        }
    }

    private double backlog(String group) {
        return state().groups().stream()
                .filter(candidate -> candidate.name().equals(group))
                .mapToDouble(Group::backlog)
                .findFirst()
                .orElse(Double.NaN);
    }
}
