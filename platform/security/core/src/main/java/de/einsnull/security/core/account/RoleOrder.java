package de.einsnull.security.core.account;

import de.einsnull.security.api.Roles;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Which roles another one implies: admin, staff, citizen. Everybody with an account is a citizen. */
public final class RoleOrder {

    private RoleOrder() {}

    public static Set<String> withImplied(Collection<String> given) {
        var roles = new HashSet<>(given);
        if (roles.contains(Roles.ADMIN)) {
            roles.add(Roles.STAFF);
        }
        roles.add(Roles.CITIZEN);
        return Set.copyOf(roles);
    }
}
