package de.einsnull.security.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.security.api.Identity;
import de.einsnull.security.api.Roles;
import de.einsnull.security.core.TestHouse;
import de.einsnull.security.core.db.Unavailable;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private TestHouse house;
    private Identity clerk;

    @BeforeEach
    void open() throws Exception {
        house = new TestHouse();
        clerk = house.account("clerk", Roles.STAFF);
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    /** Else everybody would have to log in again after each update of the platform. */
    @Test
    void surviveARestart() {
        var token = house.sessions.start(clerk);
        assertThat(restarted().find(token)).map(Session::identity).contains(clerk);
    }

    /** Else a copy of the database would be enough to take over all sessions. */
    @Test
    void areStoredWithoutTheirTokens() throws Exception {
        var token = house.sessions.start(clerk);
        assertThat(house.count("login_session where token_hash = '" + token + "'"))
                .isZero();
        assertThat(house.count("login_session")).isEqualTo(1);
        assertThat(token).hasSize(43);
    }

    /** Else a forgotten browser in a library would stay logged in. */
    @Test
    void endWhenIdle() {
        var token = house.sessions.start(clerk);
        house.clock.advance(Duration.ofMinutes(29));
        assertThat(house.sessions.find(token)).isPresent();
        house.clock.advance(Duration.ofMinutes(29));
        assertThat(house.sessions.find(token)).isPresent();
        house.clock.advance(Duration.ofMinutes(31));
        assertThat(house.sessions.find(token)).isEmpty();
        assertThat(restarted().find(token)).isEmpty();
    }

    @Test
    void endAfterTwelveHoursHoweverBusy() {
        var token = house.sessions.start(clerk);
        for (var i = 0; i < 12 * 60 / 20 - 1; i++) {
            house.clock.advance(Duration.ofMinutes(20));
            assertThat(house.sessions.find(token)).isPresent();
        }
        house.clock.advance(Duration.ofMinutes(20));
        assertThat(house.sessions.find(token)).isEmpty();
    }

    @Test
    void endAtLogout() {
        var token = house.sessions.start(clerk);
        house.sessions.end(token);
        assertThat(house.sessions.find(token)).isEmpty();
        assertThat(restarted().find(token)).isEmpty();
    }

    /** Else a thief would stay logged in after the owner has changed the password. */
    @Test
    void endWithANewPasswordAndWithALock() {
        var first = house.sessions.start(clerk);
        house.accounts.setPassword("clerk", "another password".toCharArray());
        assertThat(house.sessions.find(first)).isEmpty();

        var second = house.sessions.start(clerk);
        house.accounts.setLocked("clerk", true);
        assertThat(house.sessions.find(second)).isEmpty();
    }

    /** Else another node's logout would have no effect here. */
    @Test
    void areAskedForAgainAfterSomeSeconds() {
        var token = house.sessions.start(clerk);
        restarted().end(token);
        house.clock.advance(Duration.ofSeconds(11));
        assertThat(house.sessions.find(token)).isEmpty();
    }

    /** Else a short failure of the database would throw everybody out. */
    @Test
    void areRememberedWhileTheDatabaseIsAway() {
        var token = house.sessions.start(clerk);
        house.lose();
        house.clock.advance(Duration.ofMinutes(5));
        assertThat(house.sessions.find(token)).isPresent();
        assertThatThrownBy(() -> restarted().find(token)).isInstanceOf(Unavailable.class);
        house.clock.advance(Duration.ofMinutes(26));
        assertThatThrownBy(() -> house.sessions.find(token)).isInstanceOf(Unavailable.class);
    }

    @Test
    void areDeletedWhenTheyHaveEnded() throws Exception {
        house.sessions.start(clerk);
        house.clock.advance(Duration.ofMinutes(31));
        house.sessions.start(clerk);
        assertThat(house.sessions.deleteEnded()).isEqualTo(1);
        assertThat(house.count("login_session")).isEqualTo(1);
    }

    private Sessions restarted() {
        return new Sessions(house.database, house.clock, Duration.ofMinutes(30), Duration.ofHours(12));
    }
}
