package de.einsnull.security.portal;

import de.einsnull.security.api.Accounts.Entry;
import de.einsnull.security.api.Roles;
import java.util.List;

/**
 * An account as the list shows it.
 *
 * @param name login name
 * @param displayName name of the person
 * @param roles roles, without those that another one implies
 * @param locked whether it may not log in
 * @param own whether it is the account of the person who looks
 */
public record AccountView(String name, String displayName, List<String> roles, boolean locked, boolean own) {

    static AccountView of(Entry account, String viewer) {
        var roles = account.identity().roles();
        var shown = roles.stream()
                .filter(role -> !role.equals(Roles.STAFF) || !roles.contains(Roles.ADMIN))
                .filter(role -> !role.equals(Roles.CITIZEN) || roles.size() == 1)
                .sorted()
                .toList();
        return new AccountView(
                account.name(),
                account.identity().displayName(),
                shown,
                account.locked(),
                account.identity().id().equals(viewer));
    }
}
