package de.einsnull.security.core;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.security.api.Identity;
import de.einsnull.security.api.Roles;
import de.einsnull.security.core.audit.AuditGuard;
import de.einsnull.security.core.audit.AuditLog;
import de.einsnull.security.core.login.LoginOutcome.Kind;
import de.einsnull.security.core.session.Session;
import de.einsnull.security.core.session.Sessions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The other tests run on H2; what they say must hold on a city's PostgreSQL too. */
class PostgresTest {

    @Test
    void accountsLoginsSessionsAndAuditWorkOnPostgres() throws Exception {
        try (var server = EmbeddedPostgres.start();
                var house = new TestHouse(server.getPostgresDatabase())) {
            var admin = house.account("it.one", Roles.ADMIN, "parks.gardener");
            house.account("anna");
            assertThat(house.accounts.list())
                    .extracting(Identity::displayName)
                    .containsExactly("Name of anna", "Name of it.one");

            assertThat(log(house, TestHouse.PASSWORD)).isEqualTo(Kind.SUCCEEDED);
            assertThat(log(house, "wrong")).isEqualTo(Kind.WRONG);
            house.account("it.two", Roles.ADMIN);
            house.accounts.setLocked("it.one", true);
            assertThat(log(house, TestHouse.PASSWORD)).isEqualTo(Kind.LOCKED);
            house.accounts.setLocked("it.one", false);

            sessionsSurvive(house, admin);
            auditIsChained(house);
        }
    }

    private static Kind log(TestHouse house, String password) {
        return house.authenticator
                .check("it.one", password.toCharArray(), "192.0.2.1")
                .kind();
    }

    private static void sessionsSurvive(TestHouse house, Identity admin) throws Exception {
        var token = house.sessions.start(admin);
        house.clock.advance(Duration.ofMinutes(20));
        assertThat(house.sessions.find(token)).isPresent();
        house.clock.advance(Duration.ofMinutes(20));
        var restarted = new Sessions(house.database, house.clock, Duration.ofMinutes(30), Duration.ofHours(12));
        assertThat(restarted.find(token)).map(Session::identity).contains(admin);
        restarted.end(token);
        assertThat(house.count("login_session")).isZero();
    }

    private static void auditIsChained(TestHouse house) throws Exception {
        var audit = new AuditLog(house.database, house.clock);
        audit.record("u1", "login.succeeded", "u1", true);
        audit.record("u1", "logout", "u1", true);
        audit.stop();
        assertThat(audit.newest(1)).extracting(entry -> entry.action()).containsExactly("logout");

        var guard = new AuditGuard(house.database);
        guard.look();
        assertThat(guard.broken()).isEmpty();
        house.execute("delete from audit_entry where action = 'login.succeeded'");
        guard.look();
        assertThat(guard.broken()).isPresent();
        guard.stop();
    }
}
