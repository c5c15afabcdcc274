package de.einsnull.security.core.account;

import de.einsnull.security.api.Identity;
import java.util.Set;

/**
 * An account as it is stored.
 *
 * @param identity who it is, with implied roles
 * @param name login name
 * @param password hashed
 * @param locked whether it may not log in
 */
public record Account(Identity identity, String name, String password, boolean locked) {

    static Account of(String id, String name, String displayName, String password, boolean locked, Set<String> roles) {
        return new Account(new Identity(id, displayName, RoleOrder.withImplied(roles)), name, password, locked);
    }

    /** Shows nothing personal and no hash. */
    @Override
    public String toString() {
        return "account " + identity.id();
    }
}
