package de.einsnull.data.jpa.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.data.jpa.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaPoolTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    private final ScheduledExecutorService housekeeper = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        housekeeper.shutdownNow();
    }

    /** Else a module that changes the schema of a connection would send the next user of it to foreign tables. */
    @ParameterizedTest
    @EnumSource
    void givesConnectionsTheirSchemaBack(Dialect dialect) throws Exception {
        var database = TestDatabase.open(dialect);
        var parks = database.createSchema("parks");
        var roads = database.createSchema("roads");
        try (var pool = new SchemaPool(database, parks, 2, SHORT, housekeeper)) {
            for (var i = 0; i < 4; i++) {
                try (var connection = pool.dataSource().getConnection()) {
                    assertThat(connection.getSchema()).isEqualTo(parks);
                    connection.setSchema(roads);
                }
            }
        }
    }

    /** Else what one caller left uncommitted would be committed by the next. */
    @ParameterizedTest
    @EnumSource
    void rollsBackWhatACallerLeavesOpen(Dialect dialect) throws Exception {
        var database = TestDatabase.open(dialect);
        var parks = database.createSchema("parks");
        try (var pool = new SchemaPool(database, parks, 2, SHORT, housekeeper)) {
            execute(pool, "create table note (id integer)");
            try (var connection = pool.dataSource().getConnection()) {
                connection.setAutoCommit(false);
                connection.createStatement().execute("insert into note values (1)");
            }
            try (var connection = pool.dataSource().getConnection();
                    var statement = connection.createStatement();
                    var result = statement.executeQuery("select count(*) from note")) {
                assertThat(connection.getAutoCommit()).isTrue();
                result.next();
                assertThat(result.getInt(1)).isZero();
            }
        }
    }

    /** Else one module with a leak would hang for ever instead of failing where it can be seen. */
    @ParameterizedTest
    @EnumSource
    void doesNotWaitForeverWhenAllAreTaken(Dialect dialect) throws Exception {
        var database = TestDatabase.open(dialect);
        try (var pool = new SchemaPool(database, database.createSchema("parks"), 2, SHORT, housekeeper);
                var first = pool.dataSource().getConnection();
                var second = pool.dataSource().getConnection()) {
            assertThat(first.isClosed() || second.isClosed()).isFalse();
            assertThat(pool.active()).isEqualTo(2);
            assertThat(pool.idle()).isZero();
            assertThatThrownBy(() -> pool.dataSource().getConnection()).isInstanceOf(SQLException.class);
            assertThat(pool.waiting()).isZero();
        }
    }

    private static void execute(SchemaPool pool, String sql) throws SQLException {
        try (var connection = pool.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
