package de.einsnull.data.jpa.database;

/**
 * Where a database is and who asks.
 *
 * @param url JDBC URL
 * @param user name
 * @param password password, may be empty
 */
public record Credentials(String url, String user, String password) {

    /** The URL without its options, which may hold secrets. */
    public String place() {
        return url.replaceFirst("[?;].*", "");
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return place() + " as " + user;
    }
}
