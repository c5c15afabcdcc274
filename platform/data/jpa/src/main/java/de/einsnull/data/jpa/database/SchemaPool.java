package de.einsnull.data.jpa.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;

/** The connections of one module, with its schema as their default. */
public final class SchemaPool implements AutoCloseable {

    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final Duration VALIDATION = Duration.ofSeconds(2);

    private final HikariDataSource pool;

    /**
     * @param spelling the schema as the database spells it
     * @param size most connections
     * @param timeout longest wait for a connection
     * @param housekeeper shared by all pools, to save a thread each
     */
    public SchemaPool(
            Database database, String spelling, int size, Duration timeout, ScheduledExecutorService housekeeper) {
        var config = new HikariConfig();
        config.setPoolName("einsnull-" + spelling);
        config.setDataSource(database.source());
        config.setSchema(spelling);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setIdleTimeout(IDLE.toMillis());
        config.setConnectionTimeout(timeout.toMillis());
        config.setValidationTimeout(Math.min(VALIDATION.toMillis(), timeout.toMillis()));
        config.setInitializationFailTimeout(-1);
        config.setScheduledExecutor(housekeeper);
        this.pool = new HikariDataSource(config);
    }

    public DataSource dataSource() {
        return pool;
    }

    public int active() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    public int idle() {
        return pool.getHikariPoolMXBean().getIdleConnections();
    }

    public int waiting() {
        return pool.getHikariPoolMXBean().getThreadsAwaitingConnection();
    }

    @Override
    public void close() {
        pool.close();
    }
}
