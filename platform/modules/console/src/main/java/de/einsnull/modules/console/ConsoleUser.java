package de.einsnull.modules.console;

import org.apache.karaf.shell.api.console.Session;

/**
 * Who sits at a session of the shell. It is kept with the session and not in one of its variables, which anybody can set.
 *
 * @param id id of the account
 */
public record ConsoleUser(String id) {

    /** A session that nobody logged in to: one that a program in the platform opened. */
    private static final ConsoleUser NOBODY = new ConsoleUser("console");

    /** Puts a name to a session. */
    public void sitsAt(Session session) {
        session.getRegistry().register(this);
    }

    /** Who sits at a session. */
    public static ConsoleUser of(Session session) {
        ConsoleUser user = session.getRegistry().getService(ConsoleUser.class);
        return user == null ? NOBODY : user;
    }
}
