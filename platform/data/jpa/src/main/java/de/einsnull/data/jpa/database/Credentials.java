package de.einsnull.data.jpa.database;

/**
 * Where a database is and who asks.
 *
 * @param url JDBC URL
 * @param user name
 * @param password password, may be empty
 */
public record Credentials(String url, String user, String password) {

    /**
     * H2's file system that opens the file again. The plain one closes the whole database when a thread is interrupted
     * while it reads or writes: one REST call that exceeds its time limit would take all modules down.
     */
    public static final String H2_RETRY = "jdbc:h2:retry:";

    /** The URL without its options, which may hold secrets. */
    public String place() {
        return url.replaceFirst("[?;].*", "").replace(H2_RETRY, "jdbc:h2:file:");
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return place() + " as " + user;
    }
}
