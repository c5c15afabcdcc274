package de.einsnull.security.core;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.security.core.audit.AuditGuard;
import de.einsnull.security.core.audit.AuditLog;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;

class SecurityHealthTest {

    /** Else the operator would hear from citizens that nobody can log in. */
    @Test
    void saysWhetherPeopleCanLogIn() throws Exception {
        try (var house = new TestHouse()) {
            var audit = new AuditLog(house.database, house.clock);
            var health = new SecurityHealth(house.database, audit, new AuditGuard(house.database));
            assertThat(health.execute().getStatus()).isEqualTo(Result.Status.OK);

            house.lose();
            assertThat(health.execute().getStatus()).isEqualTo(Result.Status.TEMPORARILY_UNAVAILABLE);
            for (var i = 0; i < 1_200; i++) {
                audit.record("", "login.failed", "unknown", false);
            }
            assertThat(health.execute().toString()).contains("audit entries are only in the log file");

            house.find();
            assertThat(health.execute().getStatus()).isEqualTo(Result.Status.WARN);
            audit.stop();
        }
    }
}
