package de.einsnull.bus.artemis.watch;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.bus.api.SubscriptionSpec;
import de.einsnull.bus.artemis.Inbox;
import de.einsnull.bus.artemis.TestBus;
import de.einsnull.bus.artemis.Until;
import de.einsnull.bus.artemis.settings.Door.Protocol;
import de.einsnull.health.api.Metrics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without these, the operator would see numbers that stand still. */
class MetricsBridgeTest {

    @TempDir
    Path directory;

    @Test
    void countsAndWatchesWhileMetricsAreThere() throws Exception {
        var bridge = new MetricsBridge();
        bridge.published(true);
        bridge.handled("stock", 3);
        var metrics = new FakeMetrics();
        try (var bus = TestBus.in(directory)
                        .door(Protocol.MQTT, TestBus.freePort())
                        .start();
                var watch = new BusWatch(bus.runtime(), Clock.systemUTC())) {
            bridge.watch(watch);
            bridge.attach(metrics);
            bridge.published(true);
            bridge.published(false);
            bridge.handled("stock", 5);
            bridge.failed("stock");
            bridge.putAside("stock", 2);
            bridge.putAside("stock", 0);
            assertThat(metrics.counters)
                    .containsEntry("bus.published result stored", 1.0)
                    .containsEntry("bus.published result failed", 1.0)
                    .containsEntry("bus.handled group stock", 5.0)
                    .containsEntry("bus.failed group stock", 1.0)
                    .containsEntry("bus.put.aside group stock", 2.0);

            bus.bus()
                    .subscribe(SubscriptionSpec.durable("stock", "shop/#"), new Inbox())
                    .close();
            Until.done(bus.bus().send(Inbox.message("shop/a", "1")));
            Until.true_("the backlog is seen", () -> metrics.gauge("bus.backlog group stock") == 1);
            assertThat(metrics.gauge("bus.connected")).isEqualTo(1);
            assertThat(metrics.gauge("bus.dead.letters")).isZero();
            assertThat(metrics.gauge("bus.connections door mqtt")).isZero();
            assertThat(watch.state().doors()).hasSize(1);
            assertThat(watch.state().freeBytes()).isPositive();

            bridge.detach(metrics);
            bridge.published(true);
            assertThat(metrics.counters).containsEntry("bus.published result stored", 1.0);
        }
    }

    private static final class FakeMetrics implements Metrics {

        final Map<String, Double> counters = new ConcurrentHashMap<>();
        final Map<String, DoubleSupplier> gauges = new ConcurrentHashMap<>();

        double gauge(String name) {
            return gauges.get(name).getAsDouble();
        }

        @Override
        public Counter counter(String name, String help, String... labels) {
            return amount -> counters.merge(key(name, labels), amount, Double::sum);
        }

        @Override
        public void gauge(String name, String help, DoubleSupplier value, String... labels) {
            gauges.put(key(name, labels), value);
        }

        @Override
        public Timer timer(String name, String help, String... labels) {
            return (Duration duration) -> {};
        }

        private static String key(String name, String... labels) {
            return labels.length == 0 ? name : name + " " + String.join(" ", labels);
        }
    }
}
