package de.einsnull.security.core.audit;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.security.api.AuditTrail.Entry;
import de.einsnull.security.core.TestHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditLogTest {

    private TestHouse house;
    private AuditLog audit;

    @BeforeEach
    void open() throws Exception {
        house = new TestHouse();
        audit = new AuditLog(house.database, house.clock);
    }

    @AfterEach
    void close() throws Exception {
        audit.stop();
        house.close();
    }

    @Test
    void keepsEntriesNewestFirst() throws Exception {
        audit.record("u1", "login.succeeded", "u1", true);
        audit.record("", "login.failed", "unknown", false);
        audit.stop();

        var at = house.clock.instant();
        assertThat(audit.newest(10))
                .containsExactly(
                        new Entry(at, "", "login.failed", "unknown", false),
                        new Entry(at, "u1", "login.succeeded", "u1", true));
        assertThat(audit.newest(1)).hasSize(1);
    }

    /** Else somebody with access to the database could hide what they did. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor = 'somebody' where id = 2",
                "update audit_entry set success = true where id = 2",
                "delete from audit_entry where id = 2",
                "delete from audit_entry where id = 3",
                "update audit_entry set action = 'x', object = 'login.failedo' where id = 2"
            })
    void showsThatAnEntryWasChangedOrRemoved(String tampering) throws Exception {
        for (var i = 0; i < 3; i++) {
            audit.record("u" + i, "login.failed", "o", false);
        }
        audit.stop();
        var guard = new AuditGuard(house.database);
        guard.look();
        assertThat(guard.broken()).isEmpty();

        house.execute(tampering);
        guard.look();
        guard.stop();
        assertThat(guard.broken()).isPresent();
    }

    /** Else a login during a failure of the database would leave no trace, or wait for it. */
    @Test
    void keepsEntriesWhileTheDatabaseIsAway() {
        house.lose();
        audit.record("u1", "login.succeeded", "u1", true);
        house.find();
        eventually("the entry is written", () -> audit.newest(1).size() == 1);
        assertThat(audit.logged()).isZero();
    }

    /** Else a long failure would fill the memory; what does not fit stands in the log and is reported. */
    @Test
    void writesToTheLogWhatDoesNotFit() throws Exception {
        house.lose();
        for (var i = 0; i < 1_300; i++) {
            audit.record("", "login.failed", "unknown", false);
        }
        assertThat(audit.logged()).isBetween(100L, 300L);
        audit.stop();
        assertThat(audit.logged()).isEqualTo(1_300);
    }
}
