package de.einsnull.sensors.core;

import de.einsnull.sensors.core.store.SensorDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Logger;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGSimpleDataSource;

/** A fresh, migrated database of either kind that can be taken away and brought back. */
public final class TestDatabase implements AutoCloseable {

    /** Kinds of database that the platform runs on. */
    public enum Kind {
        H2,
        POSTGRESQL
    }

    private final Switchable source;
    private final Kind kind;
    private EntityManagerFactory factory;

    private SensorDatabase database;

    public TestDatabase(Kind kind) {
        this(kind, "latest");
    }

    /** A database as it was with an earlier version of the schema, see {@link #upgrade}. */
    public TestDatabase(Kind kind, String version) {
        this.kind = kind;
        this.source = new Switchable(kind == Kind.H2 ? h2() : Server.create());
        migrate(version);
    }

    /** Brings the schema up to date. */
    public void upgrade() {
        migrate("latest");
    }

    private void migrate(String version) {
        Flyway.configure()
                .loggers("slf4j")
                .dataSource(source)
                .locations(
                        "classpath:db/migration", "classpath:db/" + kind.name().toLowerCase(Locale.ROOT))
                .placeholderReplacement(false)
                .target(version)
                .load()
                .migrate();
    }

    private static DataSource h2() {
        return JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    public SensorDatabase database() {
        if (database == null) {
            database = new SensorDatabase(source, kind == Kind.POSTGRESQL);
        }
        return database;
    }

    public EntityManagerFactory factory() {
        if (factory == null) {
            factory = new PersistenceProvider()
                    .createEntityManagerFactory(
                            "sensors",
                            Map.of("javax.persistence.nonJtaDataSource", source, "eclipselink.logging.level", "OFF"));
        }
        return factory;
    }

    public void setDown(boolean down) {
        source.down = down;
    }

    public long count(String table) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() {
        if (factory != null) {
            factory.close();
            factory = null;
        }
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

    private static final class Switchable implements DataSource {

        private final DataSource source;
        private volatile boolean down;

        Switchable(DataSource source) {
            this.source = source;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (down) {
                throw new SQLTransientConnectionException("The database is away", "08001");
            }
            return source.getConnection();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }

        @Override
        public PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(PrintWriter out) {}

        @Override
        public void setLoginTimeout(int seconds) {}

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            return source.unwrap(type);
        }

        @Override
        public boolean isWrapperFor(Class<?> type) throws SQLException {
            return source.isWrapperFor(type);
        }
    }
}
