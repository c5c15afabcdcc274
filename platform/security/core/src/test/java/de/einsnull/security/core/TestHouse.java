package de.einsnull.security.core;

import de.einsnull.security.api.Identity;
import de.einsnull.security.api.Secrets;
import de.einsnull.security.core.account.AccountTable;
import de.einsnull.security.core.account.LocalAccounts;
import de.einsnull.security.core.account.Passwords;
import de.einsnull.security.core.db.SecurityDatabase;
import de.einsnull.security.core.login.Authenticator;
import de.einsnull.security.core.login.BasicLogins;
import de.einsnull.security.core.request.Requests;
import de.einsnull.security.core.session.Sessions;
import de.einsnull.security.secrets.SecretFiles;
import de.einsnull.testkit.MovableClock;
import de.einsnull.testkit.RecordedAudit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Accounts, sessions and logins put together on a database in memory, with two people in them. */
public final class TestHouse implements AutoCloseable {

    public static final String PASSWORD = "correct horse battery";

    public final MovableClock clock = MovableClock.at("2026-06-01T12:00:00Z");
    public final SecurityDatabase database = new SecurityDatabase();
    public final Passwords passwords = new Passwords();
    public final RecordedAudit audit = new RecordedAudit();
    public final SecurityMeters meters = new SecurityMeters();
    public final Sessions sessions;
    public final Authenticator authenticator;
    public final BasicLogins basicLogins;
    public final LocalAccounts accounts;
    public final Secrets secrets;
    private final Path directory;
    private final DataSource source;
    private final Connection keepsItOpen;

    public TestHouse() throws SQLException, IOException {
        this(inMemory());
    }

    /** On an empty database. */
    public TestHouse(DataSource source) throws SQLException, IOException {
        this.source = source;
        keepsItOpen = source.getConnection();
        try (var statement = keepsItOpen.createStatement()) {
            for (var script : List.of("V1__accounts.sql", "V2__audit.sql")) {
                statement.execute(Files.readString(Path.of("src/main/resources/db/migration", script)));
            }
        }
        var config = TestConfig.of(Map.of("attemptsPerAccount", 3, "attemptsPerAddress", 5));
        sessions = new Sessions(database, clock, Duration.ofMinutes(30), Duration.ofHours(12));
        authenticator = new Authenticator(database, passwords, audit, meters, config, clock);
        basicLogins = new BasicLogins(authenticator, clock);
        directory = Files.createTempDirectory("secrets");
        secrets = new SecretFiles(directory);
        accounts = new LocalAccounts(
                database, passwords, sessions, basicLogins, authenticator, secrets, audit, new Requests());
        database.setSource(source);
    }

    private static DataSource inMemory() {
        var h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID());
        return h2;
    }

    /** Adds an account with {@link #PASSWORD}. */
    public Identity account(String name, String... roles) {
        return accounts.create(name, "Name of " + name, PASSWORD.toCharArray(), Set.of(roles));
    }

    /** New settings arrive. */
    public void change(SecurityConfig config) {
        authenticator.modified(config);
        sessions.modified(config);
    }

    public String storedPassword(String name) {
        return database.call(connection -> AccountTable.byName(connection, name))
                .orElseThrow()
                .password();
    }

    public void execute(String sql) throws SQLException {
        try (var statement = keepsItOpen.createStatement()) {
            statement.execute(sql);
        }
    }

    public long count(String table) throws SQLException {
        try (var statement = keepsItOpen.createStatement();
                var result = statement.executeQuery("select count(*) from " + table)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** The database goes away. */
    public void lose() {
        database.setSource(null);
    }

    /** The database comes back. */
    public void find() {
        database.setSource(source);
    }

    @Override
    public void close() throws SQLException, IOException {
        secrets.remove("admin-password");
        Files.delete(directory);
        database.stop();
        keepsItOpen.close();
    }
}
