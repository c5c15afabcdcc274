package de.einsnull.data.jpa;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.data.jpa.database.Credentials;
import de.einsnull.data.jpa.database.Dialect;
import de.einsnull.data.jpa.schema.SchemaStatus;
import de.einsnull.data.jpa.schema.SchemaStatus.Phase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DataPlatformTest {

    private static final String TABLE = "create table note (text varchar(100) not null)";

    private TestFramework osgi;
    private DataPlatform platform;

    @BeforeEach
    void startFramework(@TempDir Path storage) throws Exception {
        osgi = new TestFramework(storage);
        osgi.start("platform", Files.readString(Path.of("src/main/resources/db/migration/V1__outbox.sql")));
    }

    @AfterEach
    void stopFramework() throws Exception {
        if (platform != null) {
            platform.stop();
        }
        osgi.close();
    }

    /** Else two modules that both have a table "note" would overwrite each other's data. */
    @ParameterizedTest
    @EnumSource
    void givesEachModuleItsOwnMigratedTables(Dialect dialect) throws Exception {
        startPlatform(TestDatabase.fresh(dialect));
        osgi.start("parks", TABLE);
        osgi.start("roads", TABLE);

        write(osgi.dataSource("parks"), "a tree");
        write(osgi.dataSource("roads"), "a hole");

        assertThat(read(osgi.dataSource("parks"))).isEqualTo("a tree");
        assertThat(read(osgi.dataSource("roads"))).isEqualTo("a hole");
        assertThat(health().getStatus()).isEqualTo(Result.Status.OK);
    }

    /** Else one bad release of one module would take the whole city platform down, or run on tables it does not know. */
    @ParameterizedTest
    @EnumSource
    void keepsAModuleDownWhoseAppliedScriptHasChanged(Dialect dialect) throws Exception {
        startPlatform(TestDatabase.fresh(dialect));
        var first = osgi.start("parks", TABLE);
        write(osgi.dataSource("parks"), "a tree");
        first.uninstall();

        osgi.start("parks", TABLE + ";\n create table other (id int)");
        osgi.start("roads", TABLE);

        eventually("parks failed", () -> status("parks").phase() == Phase.FAILED);
        assertThat(read(osgi.dataSource("roads"))).isNull();
        assertThat(osgi.has("parks")).isFalse();
        assertThat(health().getStatus()).isEqualTo(Result.Status.WARN);
        assertThat(health().toString()).contains("parks", "checksum");
    }

    /** Else a half-applied script would be taken for done. */
    @ParameterizedTest
    @EnumSource
    void keepsAModuleDownWhoseScriptFailsAndRecoversWithACorrectedOne(Dialect dialect) throws Exception {
        startPlatform(TestDatabase.fresh(dialect));
        var broken = osgi.start("parks", "create tabel note (text varchar(100))");
        eventually("parks failed", () -> status("parks").phase() == Phase.FAILED);

        broken.stop();
        broken.update(TestFramework.jar("parks", TABLE));
        broken.start();

        assertThat(read(osgi.dataSource("parks"))).isNull();
    }

    /** Else a stopped module would leave its connections behind, and its update would meet the old pool. */
    @ParameterizedTest
    @EnumSource
    void withdrawsAndClosesWithTheBundle(Dialect dialect) throws Exception {
        startPlatform(TestDatabase.fresh(dialect));
        var bundle = osgi.start("parks", TABLE);
        var source = osgi.dataSource("parks");

        bundle.stop();

        assertThat(osgi.has("parks")).isFalse();
        assertThatThrownBy(source::getConnection).isInstanceOf(SQLException.class);
        bundle.start();
        assertThat(read(osgi.dataSource("parks"))).isNull();
    }

    /** Else city IT would have to restart the platform to move from the built-in database to a server. */
    @Test
    void movesAllModulesToAnotherDatabaseWhileRunning() throws Exception {
        startPlatform(TestDatabase.fresh(Dialect.H2));
        osgi.start("parks", TABLE);
        write(osgi.dataSource("parks"), "in H2");

        platform.reconfigure(TestConfig.at(TestDatabase.fresh(Dialect.POSTGRESQL)));

        eventually("new database in use", () -> dialect("parks").equals(Optional.of("postgresql")));
        assertThat(read(osgi.dataSource("parks"))).isNull();
    }

    /** Else a platform that starts before its database would stay half dead, without saying why. */
    @Test
    void waitsForADatabaseThatIsAwayAndSaysSo() throws Exception {
        var nobody = new Credentials("jdbc:postgresql://127.0.0.1:1/none", "someone", "secret");
        startPlatform(nobody);
        osgi.start("parks", TABLE);

        eventually("problem reported", () -> platform.problem().contains("Cannot reach"));
        assertThat(health().getStatus()).isEqualTo(Result.Status.TEMPORARILY_UNAVAILABLE);
        assertThat(health().toString())
                .contains("127.0.0.1:1/none", "keeps trying")
                .doesNotContain("secret");

        platform.reconfigure(TestConfig.at(TestDatabase.fresh(Dialect.H2)));
        assertThat(read(osgi.dataSource("parks"))).isNull();
    }

    /** Else the second of two bundles would silently migrate the tables of the first. */
    @Test
    void refusesASchemaThatIsTakenOrMalformed() throws Exception {
        startPlatform(TestDatabase.fresh(Dialect.H2));
        osgi.start("parks", TABLE);
        osgi.dataSource("parks");

        osgi.start("parks", TABLE);
        osgi.start("Drop-Everything", TABLE);

        assertThat(platform.schemas())
                .filteredOn(status -> status.phase() == Phase.FAILED)
                .extracting(SchemaStatus::detail)
                .satisfiesExactly(
                        taken -> assertThat(taken).contains("Already owned by test.parks"),
                        malformed -> assertThat(malformed).contains("Drop-Everything"));
        assertThat(read(osgi.dataSource("parks"))).isNull();
    }

    /** Else a driver bundle that is updated would leave every module with connections of the old one. */
    @Test
    void followsItsDriver() throws Exception {
        startPlatform(TestDatabase.fresh(Dialect.H2));
        osgi.start("parks", TABLE);
        var before = osgi.dataSource("parks");

        var driver = TestDatabase.driver(Dialect.H2);
        platform.addDriver(driver, driverProperties(Dialect.H2));
        platform.removeDriver(driver, driverProperties(Dialect.H2));
        eventually("withdrawn", () -> !osgi.has("parks"));
        assertThat(platform.problem()).contains("org.h2.Driver");

        platform.addDriver(TestDatabase.driver(Dialect.H2), driverProperties(Dialect.H2));
        assertThat(osgi.dataSource("parks")).isNotSameAs(before);
    }

    private void startPlatform(Credentials credentials) throws Exception {
        platform = new DataPlatform(osgi.context(), TestConfig.at(credentials), osgi.secrets());
        for (var dialect : Dialect.values()) {
            platform.addDriver(TestDatabase.driver(dialect), driverProperties(dialect));
        }
    }

    private static Map<String, Object> driverProperties(Dialect dialect) {
        return Map.of("osgi.jdbc.driver.class", dialect.driverClass());
    }

    private Result health() throws Exception {
        var check = new DataHealth(platform);
        eventually("all settled", () -> platform.schemas().stream()
                .noneMatch(status -> status.phase() == Phase.MIGRATING));
        return check.execute();
    }

    private SchemaStatus status(String schema) {
        return platform.schemas().stream()
                .filter(status -> status.schema().equals(schema))
                .findFirst()
                .orElseThrow();
    }

    private Optional<Object> dialect(String schema) throws Exception {
        return osgi.context().getServiceReferences(DataSource.class, "(einsnull.schema=" + schema + ")").stream()
                .findFirst()
                .map(reference -> reference.getProperty("einsnull.dialect"));
    }

    private static void write(DataSource source, String text) throws SQLException {
        try (var connection = source.getConnection();
                var insert = connection.prepareStatement("insert into note values (?)")) {
            insert.setString(1, text);
            insert.executeUpdate();
        }
    }

    private static String read(DataSource source) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("select max(text) from note")) {
            result.next();
            return result.getString(1);
        }
    }
}
