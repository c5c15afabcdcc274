package ${package};

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.testkit.MovableClock;
import de.einsnull.testkit.RecordedOutbox;
import de.einsnull.testkit.SeenEvents;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The table as the script makes it, in a database in memory. */
class ${className}StoreTest {

    private final JdbcDataSource database = new JdbcDataSource();
    private final RecordedOutbox outbox = new RecordedOutbox();
    private final MovableClock clock = MovableClock.at("2026-11-24T12:00:00Z");
    private ${className}Store store;

    @BeforeEach
    void migrate() throws SQLException {
        database.setURL("jdbc:h2:mem:" + System.identityHashCode(this) + ";DB_CLOSE_DELAY=-1");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("runscript from 'classpath:db/migration/V1__entry.sql'");
        }
        store = new ${className}Store(database, outbox, new SeenEvents(), clock);
    }

    @Test
    void whatIsAddedIsThereAndToldToOthers() throws Exception {
        long id = store.add("More trees");

        assertThat(store.newest()).containsExactly(new ${className}(id, "More trees", clock.instant(), false));
        assertThat(outbox.events()).singleElement().satisfies(event -> assertThat(event.subject())
                .isEqualTo(Long.toString(id)));
    }

    @Test
    void anEventConfirmsItsRow() throws Exception {
        store.add("More trees");
        var confirmation = new ${className}Confirmation(store);

        confirmation.onEvent(outbox.events().get(0));
        confirmation.onEvent(outbox.events().get(0));

        assertThat(store.newest()).extracting(${className}::confirmed).containsExactly(true);
    }

    /** A row without its event would be one that nobody hears of. */
    @Test
    void withoutTheEventThereIsNoRow() throws Exception {
        outbox.refuses();

        assertThatThrownBy(() -> store.add("More trees")).isInstanceOf(SQLException.class);
        assertThat(store.newest()).isEmpty();
    }
}
