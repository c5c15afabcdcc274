package de.einsnull.bus.artemis.watch;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.bus.api.SubscriptionSpec;
import de.einsnull.bus.artemis.Inbox;
import de.einsnull.bus.artemis.TestBus;
import de.einsnull.bus.artemis.settings.Door.Protocol;
import de.einsnull.testkit.Eventually;
import de.einsnull.testkit.FakeMetrics;
import java.nio.file.Path;
import java.time.Clock;
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
            assertThat(metrics.counted("bus.published result stored")).isEqualTo(1);
            assertThat(metrics.counted("bus.published result failed")).isEqualTo(1);
            assertThat(metrics.counted("bus.handled group stock")).isEqualTo(5);
            assertThat(metrics.counted("bus.failed group stock")).isEqualTo(1);
            assertThat(metrics.counted("bus.put.aside group stock")).isEqualTo(2);

            bus.bus()
                    .subscribe(SubscriptionSpec.durable("stock", "shop/#"), new Inbox())
                    .close();
            Eventually.done(bus.bus().send(Inbox.message("shop/a", "1")));
            Eventually.eventually("the backlog is seen", () -> metrics.gauge("bus.backlog group stock") == 1);
            assertThat(metrics.gauge("bus.connected")).isEqualTo(1);
            assertThat(metrics.gauge("bus.dead.letters")).isZero();
            assertThat(metrics.gauge("bus.connections door mqtt")).isZero();
            assertThat(watch.state().doors()).hasSize(1);
            assertThat(watch.state().freeBytes()).isPositive();

            bridge.detach(metrics);
            bridge.published(true);
            assertThat(metrics.counted("bus.published result stored")).isEqualTo(1);
        }
    }
}
