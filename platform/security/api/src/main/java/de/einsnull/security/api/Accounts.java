package de.einsnull.security.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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
     * Locks or unlocks an account; locking ends its sessions.
     *
     * @param name login name
     * @param locked whether it may not log in
     * @throws IllegalArgumentException if the account does not exist
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
}
