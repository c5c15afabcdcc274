package de.einsnull.security.portal;

import de.einsnull.portal.api.PageRequest;
import de.einsnull.security.api.Roles;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The form for a new account.
 *
 * @param name login name
 * @param displayName name of the person
 * @param staff whether it has the role of the staff
 * @param admin whether it has the role of city IT
 * @param more further roles of modules, between commas or spaces
 */
public record NewAccount(String name, String displayName, boolean staff, boolean admin, String more) {

    static final NewAccount EMPTY = new NewAccount("", "", false, false, "");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,63}");
    private static final Pattern ROLE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");
    private static final Pattern SEPARATOR = Pattern.compile("[,;\\s]+");
    private static final int MAX_DISPLAY_NAME = 120;

    static NewAccount of(PageRequest request) {
        return new NewAccount(
                request.parameter("name").orElse(""),
                request.parameter("displayName").orElse(""),
                request.parameter("staff").isPresent(),
                request.parameter("admin").isPresent(),
                request.parameter("more").orElse(""));
    }

    Set<String> roles() {
        var roles = new TreeSet<String>();
        if (staff) {
            roles.add(Roles.STAFF);
        }
        if (admin) {
            roles.add(Roles.ADMIN);
        }
        Arrays.stream(SEPARATOR.split(more)).filter(role -> !role.isEmpty()).forEach(roles::add);
        return roles;
    }

    /** Keys of the texts of what is wrong, by field. */
    Map<String, String> errors(Set<String> taken) {
        var errors = new LinkedHashMap<String, String>();
        if (!NAME.matcher(name).matches()) {
            errors.put("name", "accounts.error.name");
        } else if (taken.contains(name)) {
            errors.put("name", "accounts.error.taken");
        }
        if (displayName.isEmpty() || displayName.length() > MAX_DISPLAY_NAME) {
            errors.put("displayName", "accounts.error.displayName");
        }
        if (!roles().stream().allMatch(role -> ROLE.matcher(role).matches())) {
            errors.put("more", "accounts.error.more");
        }
        return errors;
    }
}
