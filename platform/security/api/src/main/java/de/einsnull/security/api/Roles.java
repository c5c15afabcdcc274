package de.einsnull.security.api;

/** Names of the roles that every installation has. A module may ask for further roles by their own names. */
public final class Roles {

    /** City IT: installs modules, manages users and devices. Implies {@link #STAFF}. */
    public static final String ADMIN = "admin";

    /** Works in the administration. Implies {@link #CITIZEN}. */
    public static final String STAFF = "staff";

    /** Any person with an account. */
    public static final String CITIZEN = "citizen";

    private Roles() {}
}
