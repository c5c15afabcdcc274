package de.einsnull.data.jpa.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.jdbc.DataSourceFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches whether the database can be reached, by one connection of its own (which also keeps the built-in database open
 * while no module uses it). Called from one thread; the problem can be read from any.
 */
public final class DatabaseLink implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseLink.class);
    private static final int VALIDATION_SECONDS = 2;

    private final Credentials credentials;
    private final Function<String, Optional<DataSourceFactory>> drivers;
    private Connection watch;
    private Database database;
    private int seen;
    private volatile String problem = "Not connected yet. The platform is trying.";

    /**
     * @param drivers finds a driver by the name of its class
     */
    public DatabaseLink(Credentials credentials, Function<String, Optional<DataSourceFactory>> drivers) {
        this.credentials = credentials;
        this.drivers = drivers;
    }

    /** What is wrong and what to do, empty when all is well. */
    public String problem() {
        return problem;
    }

    /** Makes sure of the connection; blocks for the connect time-out at most. */
    public Optional<Database> connect() {
        try {
            if (watch == null || !watch.isValid(VALIDATION_SECONDS)) {
                disconnect();
                reconnect();
            }
            report("");
            return Optional.of(database);
        } catch (SQLException e) {
            report("Cannot reach the database " + credentials + ": " + Failures.reason(e)
                    + ". Check that it is running and that url, user and password in etc/de.einsnull.data.cfg are right."
                    + " The platform keeps trying.");
        } catch (IllegalStateException e) {
            report(e.getMessage());
        }
        return Optional.empty();
    }

    private void reconnect() throws SQLException {
        if (database == null) {
            database = resolve();
        }
        watch = database.source().getConnection();
        LOG.info("Connected to the database {}", credentials);
    }

    private Database resolve() throws SQLException {
        var dialect = Dialect.of(credentials.url())
                .orElseThrow(() -> new IllegalStateException("The database URL " + credentials.place()
                        + " is neither jdbc:h2: nor jdbc:postgresql:. Correct url in etc/de.einsnull.data.cfg."));
        var driver = drivers.apply(dialect.driverClass())
                .orElseThrow(() -> new IllegalStateException("The driver " + dialect.driverClass()
                        + " is not installed or not started yet. Check the bundles of the feature einsnull-data."));
        return new Database(credentials, dialect, driver);
    }

    /** Logs a problem when it is seen for the second time: a driver that starts a moment later is none. */
    private void report(String text) {
        seen = text.equals(problem) ? seen + 1 : 1;
        if (seen == 2 && !text.isEmpty()) {
            LOG.warn(text);
        }
        problem = text;
    }

    private void disconnect() {
        if (watch != null) {
            try {
                watch.close();
            } catch (SQLException e) {
                LOG.debug("The lost connection did not close cleanly", e);
            }
            watch = null;
        }
    }

    @Override
    public void close() {
        disconnect();
        problem = "The platform is stopping or changing the database.";
    }
}
