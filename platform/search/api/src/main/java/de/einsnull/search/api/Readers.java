package de.einsnull.search.api;

import de.einsnull.security.api.Access;
import de.einsnull.security.api.Identity;
import java.util.Set;
import java.util.TreeSet;

/** Who may find a document, as short texts. A document is found by whoever holds at least one of its readers. */
public final class Readers {

    /** Everybody. */
    public static final String PUBLIC = "public";

    /** Everybody with an account. */
    public static final String AUTHENTICATED = "authenticated";

    private static final String ROLE = "role:";
    private static final String USER = "user:";

    private Readers() {}

    /**
     * All people with a role; also for teams, which are roles.
     *
     * @param name name of the role, such as {@code staff}
     * @return the reader
     */
    public static String role(String name) {
        return ROLE + name;
    }

    /**
     * One person.
     *
     * @param id id of the account
     * @return the reader
     */
    public static String user(String id) {
        return USER + id;
    }

    /**
     * The reader for a requirement as pages and menu entries state it.
     *
     * @param access {@link Access#PUBLIC}, {@link Access#AUTHENTICATED} or the name of a role
     * @return the reader
     */
    public static String meeting(String access) {
        return switch (access) {
            case Access.PUBLIC -> PUBLIC;
            case Access.AUTHENTICATED -> AUTHENTICATED;
            default -> role(access);
        };
    }

    /**
     * What an identity holds.
     *
     * @param identity who is asking
     * @return {@link #PUBLIC} and, for somebody with an account, the account and its roles
     */
    public static Set<String> of(Identity identity) {
        var readers = new TreeSet<String>();
        readers.add(PUBLIC);
        if (!identity.isAnonymous()) {
            readers.add(AUTHENTICATED);
            readers.add(user(identity.id()));
            identity.roles().forEach(role -> readers.add(role(role)));
        }
        return readers;
    }
}
