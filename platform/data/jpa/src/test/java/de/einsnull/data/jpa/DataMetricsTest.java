package de.einsnull.data.jpa;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.data.jpa.database.Dialect;
import de.einsnull.testkit.FakeMetrics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataMetricsTest {

    private final FakeMetrics meters = new FakeMetrics();

    /** Else the operator could not see which module uses up its connections. */
    @Test
    void showsThePoolOfEachSchema(@TempDir Path storage) throws Exception {
        var osgi = new TestFramework(storage);
        var platform = new DataPlatform(osgi.context(), TestConfig.at(TestDatabase.fresh(Dialect.H2)), osgi.secrets());
        var bundle =
                osgi.start("platform", Files.readString(Path.of("src/main/resources/db/migration/V1__outbox.sql")));
        platform.addDriver(TestDatabase.driver(Dialect.H2), Map.of("osgi.jdbc.driver.class", "org.h2.Driver"));
        var source = osgi.dataSource("platform");
        var metrics = new DataMetrics(platform, meters);
        try (var connection = source.getConnection()) {
            eventually("shown", () -> meters.hasGauge("data.pool.waiting schema platform"));
            assertThat(connection.isClosed()).isFalse();
            assertThat(meters.gauge("data.pool.active schema platform")).isEqualTo(1);
            assertThat(meters.gauge("data.pool.waiting schema platform")).isZero();
            assertThat(meters.gauge("data.outbox.pending")).as("no relay yet").isNaN();
        }
        bundle.stop();
        assertThat(meters.gauge("data.pool.active schema platform")).as("gone").isZero();

        metrics.stop();
        platform.stop();
        osgi.close();
    }
}
