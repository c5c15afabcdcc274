package de.einsnull.data.jpa;

import de.einsnull.data.jpa.database.Credentials;
import de.einsnull.data.jpa.database.Database;
import de.einsnull.data.jpa.database.Dialect;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import org.h2.util.OsgiDataSourceFactory;
import org.osgi.service.jdbc.DataSourceFactory;
import org.postgresql.osgi.PGDataSourceFactory;

/** Fresh, empty databases of both kinds. One PostgreSQL server serves all tests of the JVM. */
public final class TestDatabase {

    private TestDatabase() {}

    public static Credentials fresh(Dialect dialect) {
        var name = "t" + UUID.randomUUID().toString().replace("-", "");
        return switch (dialect) {
            case H2 -> new Credentials("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa", "");
            case POSTGRESQL -> new Credentials(Server.create(name), "postgres", "postgres");
        };
    }

    public static DataSourceFactory driver(Dialect dialect) {
        return dialect == Dialect.H2 ? new OsgiDataSourceFactory(new org.h2.Driver()) : new PGDataSourceFactory();
    }

    public static Database open(Dialect dialect) throws SQLException {
        return new Database(fresh(dialect), dialect, driver(dialect));
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

        static String create(String name) {
            try (var connection = RUNNING.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
                return RUNNING.getJdbcUrl("postgres", name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
