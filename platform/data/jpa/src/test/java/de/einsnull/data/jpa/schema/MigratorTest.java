package de.einsnull.data.jpa.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.data.jpa.TestDatabase;
import de.einsnull.data.jpa.database.Database;
import de.einsnull.data.jpa.database.Dialect;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MigratorTest {

    private static final Script FIRST = new Script(
            "db/migration/V1__note.sql", "create table note (\n  id integer primary key,\n  text varchar(100))");
    private static final Script SECOND =
            new Script("db/migration/V2__data.sql", "insert into note values (1, '${not a placeholder}')");

    /** Else an update would run all scripts again, or none. */
    @ParameterizedTest
    @EnumSource
    void runsEachScriptOnceInOrder(Dialect dialect) throws Exception {
        var database = TestDatabase.open(dialect);
        var schema = database.createSchema("parks");

        assertThat(Migrator.migrate(database, schema, List.of(FIRST))).isEqualTo(1);
        assertThat(Migrator.migrate(database, schema, List.of(SECOND, FIRST))).isEqualTo(1);
        assertThat(Migrator.migrate(database, schema, List.of(FIRST, SECOND))).isZero();
        assertThat(text(database, schema)).isEqualTo("${not a placeholder}");
    }

    /** Else a module could not use what only one database can do. */
    @ParameterizedTest
    @EnumSource
    void takesTheScriptsOfItsDatabaseOnly(Dialect dialect) throws Exception {
        var database = TestDatabase.open(dialect);
        var schema = database.createSchema("parks");
        var scripts = List.of(
                FIRST,
                new Script("db/h2/V2__a.sql", "insert into note values (1, 'h2')"),
                new Script("db/postgresql/V2__b.sql", "insert into note values (1, 'postgresql')"));

        assertThat(Migrator.migrate(database, schema, scripts)).isEqualTo(2);
        assertThat(text(database, schema)).isEqualTo(dialect.label());
    }

    /** Else a script with a misspelt name would silently never run. */
    @ParameterizedTest
    @EnumSource
    void refusesAMisnamedScript(Dialect dialect) throws Exception {
        var database = TestDatabase.open(dialect);
        var schema = database.createSchema("parks");
        var misnamed = new Script("db/migration/V2_data.sql", "select 1");

        assertThatThrownBy(() -> Migrator.migrate(database, schema, List.of(FIRST, misnamed)))
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("V2_data.sql");
    }

    /** Else a script that was inserted later would leave different tables on old and new installations. */
    @ParameterizedTest
    @EnumSource
    void refusesAScriptThatComesTooLate(Dialect dialect) throws Exception {
        var database = TestDatabase.open(dialect);
        var schema = database.createSchema("parks");
        var third = new Script("db/migration/V3__more.sql", "alter table note add column more integer");
        Migrator.migrate(database, schema, List.of(FIRST, third));

        assertThatThrownBy(() -> Migrator.migrate(database, schema, List.of(FIRST, SECOND, third)))
                .isInstanceOf(FlywayException.class);
    }

    /** Else the histories of two modules would mix, and the second would find its version 1 applied already. */
    @ParameterizedTest
    @EnumSource
    void keepsAHistoryForEachSchema(Dialect dialect) throws Exception {
        var database = TestDatabase.open(dialect);
        assertThat(Migrator.migrate(database, database.createSchema("parks"), List.of(FIRST)))
                .isEqualTo(1);
        assertThat(Migrator.migrate(database, database.createSchema("roads"), List.of(FIRST)))
                .isEqualTo(1);
    }

    /** Else forgiving a failed script would forgive a changed one too. */
    @ParameterizedTest
    @EnumSource
    void forgivesAFailedScriptButNotAChangedOne(Dialect dialect) throws Exception {
        var database = TestDatabase.open(dialect);
        var schema = database.createSchema("parks");
        var broken = new Script(SECOND.path(), "insert into nowhere values (1)");
        assertThatThrownBy(() -> Migrator.migrate(database, schema, List.of(FIRST, broken)))
                .isInstanceOf(FlywayException.class);
        assertThat(Migrator.migrate(database, schema, List.of(FIRST, SECOND))).isEqualTo(1);

        var changed = new Script(FIRST.path(), FIRST.sql().replace("\n", "\r\n"));
        var other = new Script(FIRST.path(), "create table other (id integer)");
        assertThat(Migrator.migrate(database, schema, List.of(changed, SECOND)))
                .as("line ends of another system are no change")
                .isZero();
        assertThatThrownBy(() -> Migrator.migrate(database, schema, List.of(other, SECOND)))
                .hasMessageContaining("checksum");
    }

    private static String text(Database database, String schema) throws SQLException {
        try (var connection = database.source().getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("select text from " + schema + ".note where id = 1")) {
            result.next();
            return result.getString(1);
        }
    }
}
