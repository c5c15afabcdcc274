package de.einsnull.sensors.rules;

import de.einsnull.sensors.rules.store.AlertStore;
import de.einsnull.sensors.rules.store.Database;
import de.einsnull.sensors.rules.store.RuleStore;
import de.einsnull.sensors.rules.store.TaskStore;
import de.einsnull.testkit.MovableClock;
import de.einsnull.testkit.RecordedOutbox;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGSimpleDataSource;

/** A fresh schema of the rules in a database of either kind, with the stores on it. */
public final class RulesDatabase {

    /** Kinds of database that the platform runs on. */
    public enum Kind {
        H2,
        POSTGRESQL
    }

    public final MovableClock clock = MovableClock.at("2026-11-24T12:00:00Z");
    public final RecordedOutbox outbox = new RecordedOutbox();
    public final DataSource source;
    public final Database database;
    public final AlertStore alerts;
    public final RuleStore rules;
    public final TaskStore tasks;

    public RulesDatabase(Kind kind) {
        source = kind == Kind.H2
                ? JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "")
                : Server.create();
        Flyway.configure()
                .loggers("slf4j")
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        database = new Database(source);
        alerts = new AlertStore(database, outbox);
        rules = new RuleStore(database, alerts);
        tasks = new TaskStore(database, clock);
    }

    private static final class Server {

        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static DataSource create() {
            var name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (var connection = RUNNING.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            var source = new PGSimpleDataSource();
            source.setUrl(RUNNING.getJdbcUrl("postgres", name));
            return source;
        }
    }
}
