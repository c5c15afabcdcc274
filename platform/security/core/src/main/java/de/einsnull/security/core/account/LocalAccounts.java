package de.einsnull.security.core.account;

import de.einsnull.security.api.Accounts;
import de.einsnull.security.api.AuditTrail;
import de.einsnull.security.api.CurrentRequest;
import de.einsnull.security.api.Identity;
import de.einsnull.security.api.Roles;
import de.einsnull.security.api.Secrets;
import de.einsnull.security.core.Tokens;
import de.einsnull.security.core.db.SecurityDatabase;
import de.einsnull.security.core.login.Authenticator;
import de.einsnull.security.core.login.BasicLogins;
import de.einsnull.security.core.login.LoginOutcome.Kind;
import de.einsnull.security.core.session.Sessions;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The accounts in this bundle's own tables. */
@Component
public final class LocalAccounts implements Accounts {

    private static final Logger LOG = LoggerFactory.getLogger(LocalAccounts.class);
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,63}");
    private static final Pattern ROLE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");
    private static final int MAX_DISPLAY_NAME = 120;
    private static final int MAX_PASSWORD_CHARS = 1_000;
    private static final int ID_BYTES = 12;

    private final SecurityDatabase database;
    private final Passwords passwords;
    private final Sessions sessions;
    private final BasicLogins basicLogins;
    private final Authenticator authenticator;
    private final Secrets secrets;
    private final AuditTrail audit;
    private final CurrentRequest request;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public LocalAccounts(
            @Reference SecurityDatabase database,
            @Reference Passwords passwords,
            @Reference Sessions sessions,
            @Reference BasicLogins basicLogins,
            @Reference Authenticator authenticator,
            @Reference Secrets secrets,
            @Reference AuditTrail audit,
            @Reference CurrentRequest request) {
        this.database = database;
        this.passwords = passwords;
        this.sessions = sessions;
        this.basicLogins = basicLogins;
        this.authenticator = authenticator;
        this.secrets = secrets;
        this.audit = audit;
        this.request = request;
    }

    @Override
    public Identity create(String name, String displayName, char[] password, Set<String> roles) {
        require(NAME.matcher(name).matches(), "name: 2 to 64 lower-case letters, digits, dots or hyphens");
        require(
                !displayName.isBlank() && displayName.length() <= MAX_DISPLAY_NAME,
                "displayName: 1 to " + MAX_DISPLAY_NAME + " characters");
        require(roles.stream().allMatch(role -> ROLE.matcher(role).matches()), "roles: a name is malformed");
        requireLength(password);
        var hash = passwords.hash(password);
        var account = Account.of(Tokens.random(ID_BYTES), name, displayName.strip(), hash, false, roles);
        database.call(connection -> {
            require(AccountTable.byName(connection, name).isEmpty(), "name: is taken");
            AccountTable.insert(connection, account, roles, clock.instant());
            return null;
        });
        record("account.created", account);
        return account.identity();
    }

    @Override
    public void setPassword(String name, char[] password) {
        requireLength(password);
        var hash = passwords.hash(password);
        var account = database.call(connection -> {
            var found = existing(AccountTable.byName(connection, name));
            AccountTable.setPassword(connection, found.identity().id(), hash, clock.instant());
            return found;
        });
        endAll(account);
        if (FirstAdmin.NAME.equals(name)) {
            removeFirstPassword();
        }
        record("account.password-changed", account);
    }

    @Override
    public boolean changePassword(String name, char[] current, char[] next) {
        requireLength(next);
        var outcome = authenticator.confirm(name, current);
        if (outcome.kind() == Kind.SUCCEEDED) {
            setPassword(name, next);
            return true;
        }
        var who = request.identity().id();
        audit.record(who, "account.password-changed", who, false);
        if (outcome.kind() == Kind.THROTTLED) {
            throw new TooManyAttempts(outcome.retryAfter());
        }
        return false;
    }

    @Override
    public void setLocked(String name, boolean locked) {
        var account = database.call(connection -> {
            var found = existing(AccountTable.byName(connection, name));
            require(
                    !locked || AccountTable.all(connection).stream().anyMatch(other -> mayAdminister(other, found)),
                    "name: is the last account that may administer the others");
            AccountTable.setLocked(connection, found.identity().id(), locked);
            return found;
        });
        if (locked) {
            endAll(account);
        }
        record(locked ? "account.locked" : "account.unlocked", account);
    }

    @Override
    public Optional<Identity> find(String name) {
        return database.call(connection -> AccountTable.byName(connection, name))
                .filter(account -> !account.locked())
                .map(Account::identity);
    }

    @Override
    public List<Identity> list() {
        return database.call(AccountTable::all).stream().map(Account::identity).toList();
    }

    @Override
    public List<Entry> entries() {
        return database.call(AccountTable::all).stream()
                .map(account -> new Entry(account.name(), account.identity(), account.locked()))
                .toList();
    }

    /** Left behind, it would become the password of the next empty database. */
    private void removeFirstPassword() {
        try {
            if (secrets.remove(FirstAdmin.PASSWORD)) {
                LOG.info("Removed the file with the first password of {}: it has been changed", FirstAdmin.NAME);
            }
        } catch (IOException e) {
            LOG.warn("{} holds a password that has been changed; delete it", secrets.file(FirstAdmin.PASSWORD), e);
        }
    }

    /** Whether an account can do so when another one is locked; locking one who cannot changes nothing. */
    private static boolean mayAdminister(Account account, Account toBeLocked) {
        var self = account.name().equals(toBeLocked.name());
        var admin = account.identity().meets(Roles.ADMIN) && !account.locked();
        return self ? !admin : admin;
    }

    private void endAll(Account account) {
        basicLogins.forget(account.identity().id());
        sessions.endAll(account.identity().id());
    }

    private void record(String action, Account account) {
        audit.record(request.identity().id(), action, account.identity().id(), true);
    }

    private static Account existing(Optional<Account> account) {
        return account.orElseThrow(() -> new IllegalArgumentException("name: there is no such account"));
    }

    private static void requireLength(char[] password) {
        require(
                password.length >= MIN_PASSWORD_CHARS && password.length <= MAX_PASSWORD_CHARS,
                "password: at least " + MIN_PASSWORD_CHARS + " characters");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
