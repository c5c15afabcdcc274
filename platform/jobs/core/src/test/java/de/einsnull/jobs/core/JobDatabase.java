package de.einsnull.jobs.core;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A database with the table of jobs and nothing in it. */
final class JobDatabase {

    private JobDatabase() {}

    static DataSource create() throws SQLException, IOException {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var script = JobDatabase.class.getResourceAsStream("/db/migration/V1__job.sql")) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
        return database;
    }
}
