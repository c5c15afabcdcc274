package de.einsnull.bench;

import de.einsnull.harness.PostgreSql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/** Processor time of everything that serves: the platform and, where it has one, its database server. */
final class ServerCpu {

    private final long platform;
    private final long postmaster;

    /**
     * Begins nothing; every call of {@link #used()} looks anew.
     *
     * @param platform id of the platform's process
     * @param server its database server, null for H2
     */
    ServerCpu(long platform, PostgreSql server) throws IOException, SQLException {
        this.platform = platform;
        this.postmaster = server == null ? 0 : postmaster(server);
    }

    private static long postmaster(PostgreSql server) throws IOException, SQLException {
        try (var connection = server.server().getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("show data_directory")) {
            row.next();
            return Long.parseLong(Files.readAllLines(Path.of(row.getString(1), "postmaster.pid"))
                    .get(0));
        }
    }

    /** Since these processes began; those of the database that ended meanwhile are left out. */
    Duration used() {
        var used = Machine.cpu(platform);
        if (postmaster > 0) {
            used = ProcessHandle.of(postmaster)
                    .orElseThrow()
                    .descendants()
                    .flatMap(process -> process.info().totalCpuDuration().stream())
                    .reduce(used, Duration::plus);
        }
        return used;
    }
}
