package de.einsnull.security.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.osgi.annotation.versioning.ProviderType;

/** The local accounts. Safe for use by several threads. Every change is audited. */
@ProviderType
public interface Accounts {

    /** Fewest characters of a password. */
    int MIN_PASSWORD_CHARS = 12;

    /**
     * Creates an account.
     *
     * @param name login name: 2 to 64 lower-case letters, digits, dots, hyphens
     * @param displayName name to show, 1 to 120 characters
     * @param password at least {@value #MIN_PASSWORD_CHARS} characters; the array is not kept
     * @param roles names of the roles
     * @return the new identity
     * @throws IllegalArgumentException if a value is not acceptable or the name is taken; the message says which
     */
    Identity create(String name, String displayName, char[] password, Set<String> roles);

    /**
     * Sets a new password and ends all sessions of the account.
     *
     * @param name login name
     * @param password at least {@value #MIN_PASSWORD_CHARS} characters
     * @throws IllegalArgumentException if the account does not exist or the password is too short
     */
    void setPassword(String name, char[] password);

    /**
     * Changes a password for somebody who knows the current one, and ends all sessions of the account. A wrong current
     * password counts like a failed log-in. Takes about 0.2 s.
     *
     * @param name login name
     * @param current password until now; the array is not kept
     * @param next at least {@value #MIN_PASSWORD_CHARS} characters; the array is not kept
     * @return false if the current password is wrong or the account does not exist or is locked; nothing has changed then
     * @throws IllegalArgumentException if the new password is not acceptable
     * @throws TooManyAttempts if there were too many failures; nothing has been checked
     */
    boolean changePassword(String name, char[] current, char[] next);

    /**
     * Locks or unlocks an account; locking ends its sessions.
     *
     * @param name login name
     * @param locked whether it may not log in
     * @throws IllegalArgumentException if the account does not exist, or if nobody who may log in would be left with the
     *     role {@link Roles#ADMIN}
     */
    void setLocked(String name, boolean locked);

    /**
     * Looks an account up.
     *
     * @param name login name
     * @return its identity, empty if there is none or it is locked
     */
    Optional<Identity> find(String name);

    /**
     * Lists the accounts by name.
     *
     * @return identities, locked ones included
     */
    List<Identity> list();

    /**
     * Lists the accounts by name, with what only their administration needs.
     *
     * @return accounts, locked ones included
     */
    List<Entry> entries();

    /**
     * Login names by the ids of accounts, for people who read who did what. What somebody did is looked up most when
     * something is down, which may be the database with the accounts; then ids have to do.
     *
     * @param away told why the accounts cannot be read, if so; there are no names then
     * @return names by id, locked accounts included
     */
    default Map<String, String> names(Consumer<RuntimeException> away) {
        try {
            return entries().stream()
                    .collect(Collectors.toMap(entry -> entry.identity().id(), Entry::name));
        } catch (RuntimeException e) {
            away.accept(e);
            return Map.of();
        }
    }

    /**
     * One account.
     *
     * @param name login name
     * @param identity who it is
     * @param locked whether it may not log in
     */
    record Entry(String name, Identity identity, boolean locked) {}

    /** There were too many wrong passwords; the message tells how long to wait. */
    final class TooManyAttempts extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Duration retryAfter;

        /**
         * Refuses an attempt.
         *
         * @param retryAfter how long to wait
         */
        public TooManyAttempts(Duration retryAfter) {
            super("Too many attempts, wait " + retryAfter);
            this.retryAfter = retryAfter;
        }

        /**
         * How long to wait.
         *
         * @return more than zero
         */
        public Duration retryAfter() {
            return retryAfter;
        }
    }
}
