package de.einsnull.data.jpa.schema;

import de.einsnull.data.jpa.database.Database;
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
     * @throws org.flywaydb.core.api.FlywayException if a script fails or one that ran before has changed
     */
    static int migrate(Database database, String spelling, List<Script> scripts) {
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
}
