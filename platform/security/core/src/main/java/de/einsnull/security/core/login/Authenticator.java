package de.einsnull.security.core.login;

import de.einsnull.security.api.AuditTrail;
import de.einsnull.security.core.SecurityConfig;
import de.einsnull.security.core.SecurityMeters;
import de.einsnull.security.core.account.Account;
import de.einsnull.security.core.account.AccountTable;
import de.einsnull.security.core.account.Passwords;
import de.einsnull.security.core.db.SecurityDatabase;
import de.einsnull.security.core.db.Unavailable;
import de.einsnull.security.core.login.LoginOutcome.Kind;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;

/** Checks names and passwords, slows guessing down, and keeps the record. */
@Component(service = Authenticator.class, configurationPid = SecurityConfig.PID)
public final class Authenticator {

    private static final Duration ACCOUNT_PERIOD = Duration.ofMinutes(1);
    private static final Duration ADDRESS_PERIOD = Duration.ofSeconds(15);
    private static final int MAX_KEYS = 10_000;
    private static final int MAX_NAME = 64;

    private final SecurityDatabase database;
    private final Passwords passwords;
    private final AuditTrail audit;
    private final SecurityMeters meters;
    private final Attempts byAccount;
    private final Attempts byAddress;

    @Activate
    public Authenticator(
            @Reference SecurityDatabase database,
            @Reference Passwords passwords,
            @Reference AuditTrail audit,
            @Reference SecurityMeters meters,
            SecurityConfig config) {
        this(database, passwords, audit, meters, config, Clock.systemUTC());
    }

    public Authenticator(
            SecurityDatabase database,
            Passwords passwords,
            AuditTrail audit,
            SecurityMeters meters,
            SecurityConfig config,
            Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.audit = audit;
        this.meters = meters;
        this.byAccount = new Attempts(clock, config.attemptsPerAccount(), ACCOUNT_PERIOD, MAX_KEYS);
        this.byAddress = new Attempts(clock, config.attemptsPerAddress(), ADDRESS_PERIOD, MAX_KEYS);
    }

    @Modified
    public void modified(SecurityConfig config) {
        byAccount.allow(config.attemptsPerAccount());
        byAddress.allow(config.attemptsPerAddress());
    }

    /**
     * Checks a name and a password. Takes the same time whether the account exists or not.
     *
     * @param address network address of the caller
     * @throws Unavailable if the accounts cannot be asked
     */
    public LoginOutcome check(String name, char[] password, String address) {
        var key = normal(name);
        var network = network(address);
        var pause = longer(byAccount.pause(key), byAddress.pause(network));
        if (!pause.isZero()) {
            note("", "login.throttled", "", "throttled");
            return LoginOutcome.throttled(pause);
        }
        var account = database.call(connection -> AccountTable.byName(connection, key));
        if (!matches(account, password)) {
            byAccount.failed(key);
            byAddress.failed(network);
            note("", "login.failed", account.map(found -> found.identity().id()).orElse("unknown"), "failed");
            return LoginOutcome.of(Kind.WRONG);
        }
        return account.filter(Account::locked).isPresent()
                ? locked(account.get())
                : succeeded(account.orElseThrow(), key);
    }

    /**
     * Checks the password of somebody who is logged in already. Failures count for the account like failed log-ins.
     *
     * @throws Unavailable if the accounts cannot be asked
     */
    public LoginOutcome confirm(String name, char[] password) {
        var key = normal(name);
        var pause = byAccount.pause(key);
        if (!pause.isZero()) {
            return LoginOutcome.throttled(pause);
        }
        var account = database.call(connection -> AccountTable.byName(connection, key));
        if (!matches(account, password)) {
            byAccount.failed(key);
            return LoginOutcome.of(Kind.WRONG);
        }
        byAccount.succeeded(key);
        return account.filter(Account::locked).isPresent()
                ? LoginOutcome.of(Kind.LOCKED)
                : LoginOutcome.succeeded(account.orElseThrow().identity());
    }

    private LoginOutcome locked(Account account) {
        note("", "login.locked", account.identity().id(), "locked");
        return LoginOutcome.of(Kind.LOCKED);
    }

    private LoginOutcome succeeded(Account account, String key) {
        byAccount.succeeded(key);
        meters.login("succeeded");
        audit.record(
                account.identity().id(), "login.succeeded", account.identity().id(), true);
        return LoginOutcome.succeeded(account.identity());
    }

    private boolean matches(Optional<Account> account, char[] password) {
        if (account.isEmpty()) {
            passwords.pretend(password);
            return false;
        }
        return passwords.matches(password, account.get().password());
    }

    private void note(String actor, String action, String object, String result) {
        meters.login(result);
        audit.record(actor, action, object, false);
    }

    private static String normal(String name) {
        var lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.length() > MAX_NAME ? lower.substring(0, MAX_NAME) : lower;
    }

    /** One IPv6 subscriber has at least a /64: its addresses count as one. */
    static String network(String address) {
        var groups = address.split(":", -1);
        return groups.length == 8 ? String.join(":", Arrays.copyOf(groups, 4)) : address;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
