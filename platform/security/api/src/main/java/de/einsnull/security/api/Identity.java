package de.einsnull.security.api;

import java.util.Set;

/**
 * Who is asking.
 *
 * @param id stable identifier of the account, empty for nobody
 * @param displayName name to show to the person, never logged
 * @param roles names of the roles, those implied by others included
 */
public record Identity(String id, String displayName, Set<String> roles) {

    /** Nobody has logged in. */
    public static final Identity ANONYMOUS = new Identity("", "", Set.of());

    /** Copies the roles. */
    public Identity {
        roles = Set.copyOf(roles);
    }

    /**
     * Whether nobody has logged in.
     *
     * @return true for {@link #ANONYMOUS}
     */
    public boolean isAnonymous() {
        return id.isEmpty();
    }

    /**
     * Whether this identity meets a requirement.
     *
     * @param required {@link Access#PUBLIC}, {@link Access#AUTHENTICATED} or the name of a role
     * @return true if it does
     */
    public boolean meets(String required) {
        return switch (required) {
            case Access.PUBLIC -> true;
            case Access.AUTHENTICATED -> !isAnonymous();
            default -> roles.contains(required);
        };
    }
}
