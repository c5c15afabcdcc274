package de.einsnull.testkit;

import de.einsnull.health.api.Metrics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleSupplier;

/**
 * Meters that a test reads. A meter is named as in code: its name, then its labels, separated by blanks:
 * {@code "bus.published result stored"}. Safe for use by several threads.
 */
public final class FakeMetrics implements Metrics {

    private final Map<String, Double> counters = new ConcurrentHashMap<>();
    private final Map<String, DoubleSupplier> gauges = new ConcurrentHashMap<>();
    private final Map<String, List<Duration>> timers = new ConcurrentHashMap<>();

    /**
     * What a counter shows.
     *
     * @param meter name and labels
     * @return the sum of what was added, 0 if nothing was
     */
    public double counted(String meter) {
        return counters.getOrDefault(meter, 0.0);
    }

    /**
     * Whether there is a gauge.
     *
     * @param meter name and labels
     * @return true once it was made
     */
    public boolean hasGauge(String meter) {
        return gauges.containsKey(meter);
    }

    /**
     * What a gauge shows now.
     *
     * @param meter name and labels
     * @return its value
     * @throws AssertionError if there is no such gauge
     */
    public double gauge(String meter) {
        var gauge = gauges.get(meter);
        if (gauge == null) {
            throw new AssertionError("No gauge '" + meter + "', only " + gauges.keySet());
        }
        return gauge.getAsDouble();
    }

    /**
     * What a timer was given.
     *
     * @param meter name and labels
     * @return durations in the order in which they were recorded
     */
    public List<Duration> timed(String meter) {
        return List.copyOf(timers.getOrDefault(meter, List.of()));
    }

    @Override
    public Counter counter(String name, String help, String... labels) {
        var key = key(name, labels);
        return amount -> {
            if (amount < 0) {
                throw new IllegalArgumentException(key + " would shrink by " + -amount);
            }
            counters.merge(key, amount, Double::sum);
        };
    }

    @Override
    public void gauge(String name, String help, DoubleSupplier value, String... labels) {
        gauges.put(key(name, labels), value);
    }

    @Override
    public Timer timer(String name, String help, String... labels) {
        var times = timers.computeIfAbsent(key(name, labels), any -> new CopyOnWriteArrayList<>());
        return times::add;
    }

    private static String key(String name, String... labels) {
        if (labels.length % 2 != 0) {
            throw new IllegalArgumentException(name + ": labels come in pairs of name and value");
        }
        return labels.length == 0 ? name : name + " " + String.join(" ", labels);
    }
}
