package de.einsnull.testkit;

import de.einsnull.security.api.CurrentRequest;
import de.einsnull.security.api.Identity;
import de.einsnull.security.api.Roles;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** A request of somebody whom the test names, on whatever thread. */
public final class FixedCaller implements CurrentRequest {

    /** The form token of every such request. */
    public static final String CSRF_TOKEN = "csrf-token";

    /** The request id of every such request. */
    public static final String REQUEST_ID = "r-1";

    private volatile Identity identity;

    /**
     * A request.
     *
     * @param identity who is asking
     */
    public FixedCaller(Identity identity) {
        become(identity);
    }

    /**
     * Somebody of city IT.
     *
     * @param id id of the account
     * @return an identity with all three roles that every installation has
     */
    public static Identity admin(String id) {
        return new Identity(id, "Name of " + id, Set.of(Roles.ADMIN, Roles.STAFF, Roles.CITIZEN));
    }

    /**
     * Somebody with an account.
     *
     * @param id id of the account
     * @param more roles besides the one that everybody has
     * @return the identity
     */
    public static Identity citizen(String id, String... more) {
        var roles = new HashSet<>(Set.of(more));
        roles.add(Roles.CITIZEN);
        return new Identity(id, "Name of " + id, roles);
    }

    /**
     * Somebody else asks from now on.
     *
     * @param other who
     */
    public void become(Identity other) {
        identity = Objects.requireNonNull(other, "other");
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public String csrfToken() {
        return CSRF_TOKEN;
    }

    @Override
    public String requestId() {
        return REQUEST_ID;
    }
}
