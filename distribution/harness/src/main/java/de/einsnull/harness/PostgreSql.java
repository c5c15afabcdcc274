package de.einsnull.harness;

import de.einsnull.testkit.city.City;
import de.einsnull.testkit.city.Distribution;
import de.einsnull.testkit.city.Ports;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL server of its own, listening on loopback until closed. */
public final class PostgreSql implements AutoCloseable {

    /** Who may create schemas; the server trusts loopback and asks for no password. */
    public static final String USER = "postgres";

    private static final String OWN_SCHEMAS =
            "select schema_name from information_schema.schemata where schema_owner = 'postgres'"
                    + " and schema_name not like 'pg%' and schema_name <> 'information_schema'";

    private final int port = Ports.free();
    private final Path directory = Distribution.newDirectory("postgresql");
    private EmbeddedPostgres server;

    public PostgreSql() {
        start();
    }

    /** Starts the server again after {@link #stop()}, with its data and on the same port. */
    public void start() {
        try {
            server = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
                    .setDataDirectory(directory.resolve("data"))
                    .setCleanDataDirectory(false)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the server; its data stay. */
    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code ./start --database} takes; the user is {@value #USER}. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /**
     * Lets a city keep its data here, said as {@code ./start --database} says it.
     *
     * @param city a city that is not started
     * @return the city
     */
    public City under(City city) {
        return city.with("einsnull.database.url", url()).environment("EINSNULL_DB_USER", USER);
    }

    public EmbeddedPostgres server() {
        return server;
    }

    /** Schemas that are not PostgreSQL's own. */
    public List<String> schemas() throws SQLException {
        List<String> names = new ArrayList<>();
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(OWN_SCHEMAS)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    @Override
    public void close() {
        stop();
    }
}
