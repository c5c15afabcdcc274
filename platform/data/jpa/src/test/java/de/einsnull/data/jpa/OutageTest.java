package de.einsnull.data.jpa;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.data.jpa.database.Credentials;
import de.einsnull.data.jpa.database.Dialect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutageTest {

    /** Else a restart of the database server would need a restart of the platform. */
    @Test
    void survivesADatabaseThatGoesAwayAndComesBack(@TempDir Path storage) throws Exception {
        var direct = TestDatabase.fresh(Dialect.POSTGRESQL);
        var address = URI.create(direct.url().substring("jdbc:".length()));
        var osgi = new TestFramework(storage);
        try (var cable = new Cable(address.getPort())) {
            var url = direct.url().replace(":" + address.getPort() + "/", ":" + cable.port() + "/");
            var platform = start(osgi, new Credentials(url, direct.user(), direct.password()));
            try {
                goAwayAndComeBack(osgi, cable, platform);
            } finally {
                platform.stop();
            }
        } finally {
            osgi.close();
        }
    }

    private static void goAwayAndComeBack(TestFramework osgi, Cable cable, DataPlatform platform) throws Exception {
        var health = new DataHealth(platform);
        var source = osgi.dataSource("platform");
        assertThat(count(source)).isZero();
        eventually("well", () -> health.execute().getStatus() == Result.Status.OK);

        cable.pull();
        eventually("noticed", () -> health.execute().getStatus() == Result.Status.TEMPORARILY_UNAVAILABLE);
        assertThat(health.execute().toString()).contains("Cannot reach the database", "keeps trying");
        assertThat(osgi.has("platform")).as("modules stay up").isTrue();
        assertThatThrownBy(() -> count(source)).isInstanceOf(SQLException.class);

        cable.plugIn();
        eventually("well again", () -> health.execute().getStatus() == Result.Status.OK);
        assertThat(count(source)).isZero();
        assertThat(osgi.dataSource("platform")).as("the same data source").isSameAs(source);
    }

    private static DataPlatform start(TestFramework osgi, Credentials credentials) throws Exception {
        osgi.start("platform", Files.readString(Path.of("src/main/resources/db/migration/V1__outbox.sql")));
        var platform = new DataPlatform(osgi.context(), TestConfig.at(credentials), osgi.secrets());
        platform.addDriver(
                TestDatabase.driver(Dialect.POSTGRESQL),
                Map.of("osgi.jdbc.driver.class", Dialect.POSTGRESQL.driverClass()));
        return platform;
    }

    private static int count(DataSource source) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from outbox")) {
            result.next();
            return result.getInt(1);
        }
    }
}
