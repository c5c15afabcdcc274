package de.einsnull.health.core.metrics;

import de.einsnull.health.api.Metrics;
import java.io.IOException;
import java.util.concurrent.atomic.DoubleAdder;

/** A sum. */
final class CounterMeter implements Meter, Metrics.Counter {

    private final DoubleAdder sum = new DoubleAdder();

    @Override
    public void add(double amount) {
        if (!(amount >= 0)) {
            throw new IllegalArgumentException("A counter only grows, but was given " + amount);
        }
        sum.add(amount);
    }

    @Override
    public String kind() {
        return "counter";
    }

    @Override
    public void write(PrometheusText out, String family, Labels labels) throws IOException {
        out.sample(family, labels, sum.sum());
    }
}
