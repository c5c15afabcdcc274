package de.einsnull.data.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.data.jpa.database.Database;
import de.einsnull.data.jpa.database.Dialect;
import de.einsnull.security.secrets.SecretFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    private Path data;

    /** Else a kill of the process would lose what was acknowledged, or a default password would open the file. */
    @Test
    void keepsEveryCommitInAFileWithARandomPassword() throws Exception {
        var credentials = settings(Map.of("url", "")).credentials();

        assertThat(credentials.url())
                .isEqualTo("jdbc:h2:retry:" + data + "/db/einsnull;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
        assertThat(credentials.password()).hasSizeGreaterThan(30);
        assertThat(Files.getPosixFilePermissions(data.resolve("secrets/h2-password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(data.resolve("secrets")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(settings(Map.of()).credentials().password())
                .as("the same at the next start")
                .isEqualTo(credentials.password());
    }

    /** Else the operator's own choice would be overruled. */
    @Test
    void addsOnlyOptionsThatAreNotGiven() throws Exception {
        var credentials = settings(Map.of("url", "jdbc:postgresql://db/city?connectTimeout=1", "user", " city "))
                .credentials();

        assertThat(credentials.url())
                .isEqualTo("jdbc:postgresql://db/city?connectTimeout=1&ApplicationName=EinsNull&tcpKeepAlive=true");
        assertThat(credentials.user()).isEqualTo("city");
        assertThat(credentials.password()).isEmpty();
    }

    /** Else the password would have to stand in a configuration file. */
    @Test
    void readsTheServersPasswordFromItsSecretsFile() throws Exception {
        Files.createDirectories(data.resolve("secrets"));
        Files.writeString(data.resolve("secrets/database-password"), "from file\n");

        assertThat(settings(Map.of("url", "jdbc:postgresql://db/city"))
                        .credentials()
                        .password())
                .isEqualTo("from file");
    }

    /** Else a typing error could exhaust the server's connections or give none at all. */
    @Test
    void limitsSizes() throws Exception {
        var settings = settings(Map.of("poolSize", 100_000, "connectionTimeoutInMs", 0L));

        assertThat(settings.poolSize()).isEqualTo(100);
        assertThat(settings.connectionTimeout()).hasMillis(250);
        assertThat(settings(Map.of("poolSize", 0)).poolSize()).isEqualTo(2);
    }

    /** Else passwords would stand in logs and on the health page. */
    @Test
    void doesNotShowSecrets() throws Exception {
        var url = "jdbc:postgresql://db/city?password=hidden";
        assertThat(settings(Map.of("url", url, "password", "secret")).toString())
                .contains("jdbc:postgresql://db/city")
                .doesNotContain("hidden", "secret");
    }

    private Settings settings(Map<String, Object> values) throws Exception {
        UnaryOperator<String> properties = Map.of("karaf.data", data.toString())::get;
        return Settings.of(TestConfig.of(values), new SecretFiles(data.resolve("secrets")), properties);
    }

    /** Else one request that is interrupted at its time limit would close the database for everybody. */
    @Test
    void staysOpenWhenAThreadIsInterruptedWhileItWrites() throws Exception {
        var credentials =
                settings(Map.of("url", "jdbc:h2:file:" + data + "/db/x")).credentials();
        var source = new Database(credentials, Dialect.H2, TestDatabase.driver(Dialect.H2)).source();
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table note (id int)");
            for (var i = 0; i < 20; i++) {
                Thread.currentThread().interrupt();
                statement.execute("insert into note values (" + i + ")");
                Thread.interrupted();
            }
            try (var count = statement.executeQuery("select count(*) from note")) {
                count.next();
                assertThat(count.getInt(1)).isEqualTo(20);
            }
        }
    }
}
