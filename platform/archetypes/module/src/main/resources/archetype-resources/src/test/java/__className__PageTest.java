package ${package};

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.security.api.Identity;
import de.einsnull.security.api.Roles;
import de.einsnull.testkit.CatalogueCheck;
import de.einsnull.testkit.MovableClock;
import de.einsnull.testkit.PageVisitor;
import de.einsnull.testkit.RecordedOutbox;
import de.einsnull.testkit.SeenEvents;
import java.util.Set;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ${className}PageTest {

    private static final Identity CLERK = new Identity("7", "Clerk", Set.of(Roles.STAFF));

    private final JdbcDataSource database = new JdbcDataSource();
    private ${className}Store store;
    private ${className}Page page;

    @BeforeEach
    void migrate() throws Exception {
        database.setURL("jdbc:h2:mem:" + System.identityHashCode(this) + ";DB_CLOSE_DELAY=-1");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("runscript from 'classpath:db/migration/V1__entry.sql'");
        }
        var clock = MovableClock.at("2026-11-24T12:00:00Z");
        store = new ${className}Store(database, new RecordedOutbox(), new SeenEvents(), clock);
        page = new ${className}Page(store);
    }

    @Test
    void everybodySeesTheEntriesAndOnlyStaffTheForm() throws Exception {
        store.add("More trees");

        var citizen = new PageVisitor(page, Identity.ANONYMOUS, Language.DE).model("");
        assertThat(citizen).containsEntry("mayAdd", false);
        assertThat(citizen.get("entries")).asList().hasSize(1);
        assertThat(new PageVisitor(page, CLERK, Language.DE).model("")).containsEntry("mayAdd", true);
    }

    @Test
    void aClerkAddsAnEntryAndComesBackToTheList() throws Exception {
        assertThat(new PageVisitor(page, CLERK, Language.DE).sentTo("", "words", "A bench"))
                .isEqualTo("${area}");
        assertThat(store.newest()).extracting(${className}::words).containsExactly("A bench");
    }

    @Test
    void aFormWithoutWordsComesBackWithTheReason() {
        var answer = (PageResponse.View) new PageVisitor(page, CLERK, Language.DE).post("", "words", " ");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.model()).containsEntry("mistake", true);
    }

    @Test
    void nobodyElseCanSendTheForm() throws Exception {
        new PageVisitor(page, Identity.ANONYMOUS, Language.DE).post("", "words", "Mine");

        assertThat(store.newest()).isEmpty();
    }

    /** A missing text would show German to somebody who does not read it. */
    @Test
    void everyTextIsThereInAllLanguages() {
        CatalogueCheck.ofThisModule().isComplete();
        CatalogueCheck.ofThisModule().hasWhatTemplatesUse("kit.");
    }
}
