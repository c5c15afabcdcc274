package de.einsnull.data.jpa;

import static de.einsnull.data.jpa.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.data.jpa.database.Dialect;
import de.einsnull.health.api.Metrics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataMetricsTest {

    private final Gauges gauges = new Gauges();

    /** Else the operator could not see which module uses up its connections. */
    @Test
    void showsThePoolOfEachSchema(@TempDir Path storage) throws Exception {
        var osgi = new TestFramework(storage);
        var platform = new DataPlatform(osgi.context(), TestConfig.at(TestDatabase.fresh(Dialect.H2)));
        var bundle =
                osgi.start("platform", Files.readString(Path.of("src/main/resources/db/migration/V1__outbox.sql")));
        platform.addDriver(TestDatabase.driver(Dialect.H2), Map.of("osgi.jdbc.driver.class", "org.h2.Driver"));
        var source = osgi.dataSource("platform");
        var metrics = new DataMetrics(platform, gauges);
        try (var connection = source.getConnection()) {
            eventually("shown", () -> gauges.values.containsKey("data.pool.waiting platform"));
            assertThat(connection.isClosed()).isFalse();
            assertThat(gauges.value("data.pool.active platform")).isEqualTo(1);
            assertThat(gauges.value("data.pool.waiting platform")).isZero();
            assertThat(gauges.value("data.outbox.pending")).as("no relay yet").isNaN();
        }
        bundle.stop();
        assertThat(gauges.value("data.pool.active platform")).as("gone").isZero();

        metrics.stop();
        platform.stop();
        osgi.close();
    }

    private static final class Gauges implements Metrics {

        private final Map<String, DoubleSupplier> values = new ConcurrentHashMap<>();

        double value(String name) {
            return values.get(name).getAsDouble();
        }

        @Override
        public void gauge(String name, String help, DoubleSupplier value, String... labels) {
            values.put(labels.length == 0 ? name : name + " " + labels[1], value);
        }

        @Override
        public Counter counter(String name, String help, String... labels) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Timer timer(String name, String help, String... labels) {
            throw new UnsupportedOperationException();
        }
    }
}
