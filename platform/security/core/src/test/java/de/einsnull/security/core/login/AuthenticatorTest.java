package de.einsnull.security.core.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.security.api.Roles;
import de.einsnull.security.core.TestHouse;
import de.einsnull.security.core.db.Unavailable;
import de.einsnull.security.core.login.LoginOutcome.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthenticatorTest {

    private static final String HERE = "192.0.2.1";

    private TestHouse house;

    @BeforeEach
    void open() throws Exception {
        house = new TestHouse();
        house.account("clerk", Roles.STAFF);
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    @Test
    void knowsARightLoginFromAWrongOne() {
        var right = check(" Clerk ", TestHouse.PASSWORD, HERE);
        assertThat(right.kind()).isEqualTo(Kind.SUCCEEDED);
        assertThat(right.identity().roles()).containsExactlyInAnyOrder(Roles.STAFF, Roles.CITIZEN);
        assertThat(check("clerk", "wrong", HERE).kind()).isEqualTo(Kind.WRONG);
        assertThat(check("nobody", TestHouse.PASSWORD, HERE).kind()).isEqualTo(Kind.WRONG);
        assertThat(house.audit.actions())
                .containsExactly("account.created", "login.succeeded", "login.failed", "login.failed");
    }

    /** Else the time would tell which accounts exist: checking nobody's password must cost a hash too. */
    @Test
    void takesTheTimeOfAHashForUnknownNames() {
        var unknown = nanos(() -> check("nobody", "wrong", HERE));
        var known = nanos(() -> check("clerk", "wrong", HERE));
        assertThat((double) unknown / known).isBetween(0.2, 5.0);
    }

    /** Else a stranger would learn from "locked" that the account exists. */
    @Test
    void saysLockedOnlyToWhoKnowsThePassword() {
        house.accounts.setLocked("clerk", true);
        assertThat(check("clerk", "wrong", HERE).kind()).isEqualTo(Kind.WRONG);
        assertThat(check("clerk", TestHouse.PASSWORD, HERE).kind()).isEqualTo(Kind.LOCKED);
    }

    /** Else many computers together could guess one password. */
    @Test
    void slowsGuessingOfOneAccountFromManyAddresses() {
        for (var i = 0; i < 3; i++) {
            check("clerk", "wrong", "192.0.2." + (10 + i));
        }
        var refused = check("clerk", TestHouse.PASSWORD, HERE);
        assertThat(refused.kind()).isEqualTo(Kind.THROTTLED);
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofMinutes(1));
        assertThat(house.audit.actions()).contains("login.throttled");

        house.clock.advance(Duration.ofMinutes(1));
        assertThat(check("clerk", TestHouse.PASSWORD, HERE).kind()).isEqualTo(Kind.SUCCEEDED);
    }

    /** Else one computer could try one password on every account. */
    @Test
    void slowsGuessingOfManyAccountsFromOneAddress() {
        for (var i = 0; i < 5; i++) {
            check("name" + i, "wrong", HERE);
        }
        assertThat(check("clerk", TestHouse.PASSWORD, HERE).kind()).isEqualTo(Kind.THROTTLED);
        assertThat(check("clerk", TestHouse.PASSWORD, "192.0.2.99").kind()).isEqualTo(Kind.SUCCEEDED);
    }

    /** Else one IPv6 subscriber would have 2^64 addresses to guess from. */
    @Test
    void takesAnIpv6NetworkForOneAddress() {
        assertThat(Authenticator.network("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(Authenticator.network("2001:db8:1:2:ffff:0:0:1"))
                .isNotEqualTo(Authenticator.network("2001:db8:1:3:3:4:5:6"));
    }

    @Test
    void saysWhenTheAccountsCannotBeAsked() {
        house.lose();
        assertThatThrownBy(() -> check("clerk", TestHouse.PASSWORD, HERE)).isInstanceOf(Unavailable.class);
    }

    /** Else every call of a program would cost a password hash, or a changed password would go on working. */
    @Test
    void remembersAProgramsLoginForAMinuteUnlessThePasswordChanges() {
        assertThat(basic("clerk:" + TestHouse.PASSWORD).kind()).isEqualTo(Kind.SUCCEEDED);
        house.lose();
        assertThat(basic("clerk:" + TestHouse.PASSWORD).kind()).isEqualTo(Kind.SUCCEEDED);
        house.find();

        house.accounts.setPassword("clerk", "another password".toCharArray());
        assertThat(basic("clerk:" + TestHouse.PASSWORD).kind()).isEqualTo(Kind.WRONG);
        assertThat(basic("clerk:another password").kind()).isEqualTo(Kind.SUCCEEDED);

        house.clock.advance(Duration.ofSeconds(61));
        house.lose();
        assertThatThrownBy(() -> basic("clerk:another password")).isInstanceOf(Unavailable.class);
    }

    @Test
    void refusesMalformedBasicCredentials() {
        assertThat(house.basicLogins.check("%%%", HERE).kind()).isEqualTo(Kind.WRONG);
        assertThat(house.basicLogins.check("x".repeat(5_000), HERE).kind()).isEqualTo(Kind.WRONG);
        assertThat(basic("no colon").kind()).isEqualTo(Kind.WRONG);
    }

    private LoginOutcome check(String name, String password, String address) {
        return house.authenticator.check(name, password.toCharArray(), address);
    }

    private LoginOutcome basic(String credentials) {
        var encoded = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return house.basicLogins.check(encoded, HERE);
    }

    private static long nanos(Runnable work) {
        var start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }
}
