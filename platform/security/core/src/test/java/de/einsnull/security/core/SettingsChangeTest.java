package de.einsnull.security.core;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.security.api.Roles;
import de.einsnull.security.core.login.LoginOutcome.Kind;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsChangeTest {

    /** Else a change of the settings would need a restart, or throw everybody out. */
    @Test
    void takesEffectWithoutARestart() throws Exception {
        try (var house = new TestHouse()) {
            var clerk = house.account("clerk", Roles.STAFF);
            for (var i = 0; i < 3; i++) {
                house.authenticator.check("clerk", "wrong".toCharArray(), "192.0.2.1");
            }
            var password = TestHouse.PASSWORD.toCharArray();
            assertThat(house.authenticator.check("clerk", password, "192.0.2.1").kind())
                    .isEqualTo(Kind.THROTTLED);
            var token = house.sessions.start(clerk);

            house.change(TestConfig.of(Map.of("attemptsPerAccount", 5, "sessionIdleInMinutes", 1)));

            assertThat(house.authenticator.check("clerk", password, "192.0.2.1").kind())
                    .isEqualTo(Kind.SUCCEEDED);
            assertThat(house.sessions.find(token)).isPresent();
            house.clock.advance(Duration.ofSeconds(61));
            assertThat(house.sessions.find(token)).isEmpty();
        }
    }
}
