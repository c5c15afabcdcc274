package de.einsnull.data.jpa.schema;

import de.einsnull.data.jpa.database.Database;
import de.einsnull.data.jpa.database.Dialect;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;

/** Brings the tables of one schema up to date. */
final class Migrator {

    /** Each schema has its own history in a table of this name. */
    static final String HISTORY = "schema_history";

    private Migrator() {}

    /**
     * Runs the scripts that have not run yet.
     *
     * @param spelling the schema as the database spells it
     * @return number of scripts that ran
     * @throws SQLException if the database cannot be asked
     * @throws org.flywaydb.core.api.FlywayException if a script fails or one that ran before has changed
     */
    static int migrate(Database database, String spelling, List<Script> scripts) throws SQLException {
        if (database.dialect() == Dialect.H2) {
            forgetFailures(database, spelling);
        }
        return Flyway.configure(Migrator.class.getClassLoader())
                .dataSource(database.source())
                .defaultSchema(spelling)
                .schemas(spelling)
                .createSchemas(false)
                .table(HISTORY)
                .resourceProvider(new ScriptProvider(scripts, database.dialect()))
                .javaMigrationClassProvider(List::of)
                .placeholderReplacement(false)
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .loggers("slf4j")
                .load()
                .migrate()
                .migrationsExecuted;
    }

    /**
     * H2 cannot roll back data definition, so Flyway keeps a note of the failed script and refuses the corrected one. Its
     * "repair" would forgive changed scripts as well; this forgives failed ones only.
     */
    private static void forgetFailures(Database database, String spelling) throws SQLException {
        try (var connection = database.source().getConnection();
                var tables = connection.getMetaData().getTables(null, spelling, HISTORY, null)) {
            if (tables.next()) {
                try (var statement = connection.createStatement()) {
                    statement.executeUpdate(
                            "delete from \"" + spelling + "\".\"" + HISTORY + "\" where \"success\" = false");
                }
            }
        }
    }
}
