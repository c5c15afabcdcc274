package de.einsnull.sensors.core;

import de.einsnull.health.api.Metrics;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;

/** Remembers what was counted. */
public final class FakeMetrics implements Metrics {

    private final Map<String, Double> counts = new ConcurrentHashMap<>();

    public double counted(String name, String... labels) {
        return counts.getOrDefault(name + Arrays.toString(labels), 0.0);
    }

    @Override
    public Counter counter(String name, String help, String... labels) {
        return amount -> counts.merge(name + Arrays.toString(labels), amount, Double::sum);
    }

    @Override
    public void gauge(String name, String help, DoubleSupplier value, String... labels) {}

    @Override
    public Timer timer(String name, String help, String... labels) {
        return duration -> {};
    }
}
