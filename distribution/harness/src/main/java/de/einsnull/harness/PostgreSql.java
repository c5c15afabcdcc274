package de.einsnull.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A PostgreSQL server of its own, listening on loopback until closed. */
public final class PostgreSql implements AutoCloseable {

    private final EmbeddedPostgres server;

    public PostgreSql() {
        try {
            server = EmbeddedPostgres.builder()
                    .setPort(Ports.free())
                    .setOverrideWorkingDirectory(
                            Distribution.newDirectory("postgresql").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code ./start --database} takes. The user is postgres; the server trusts loopback. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    public EmbeddedPostgres server() {
        return server;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
