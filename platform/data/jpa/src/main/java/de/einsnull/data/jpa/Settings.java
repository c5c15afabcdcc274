package de.einsnull.data.jpa;

import de.einsnull.data.jpa.database.Credentials;
import de.einsnull.security.api.Secrets;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The configuration, checked and completed. */
record Settings(Credentials credentials, int poolSize, Duration connectionTimeout) {

    private static final String H2_FILE = "jdbc:h2:file:";

    /** What makes the built-in database keep every commit and close with the platform, not before it. */
    private static final String[] H2_OPTIONS = {"WRITE_DELAY=0", "DB_CLOSE_ON_EXIT=FALSE"};

    /** What tells the database's operator who is connected, and notices a peer that went away silently. */
    private static final String[] POSTGRESQL_OPTIONS = {
        "ApplicationName=EinsNull", "connectTimeout=5", "tcpKeepAlive=true"
    };

    /**
     * Completes a configuration.
     *
     * @param secrets keep the passwords that the configuration does not name
     * @param property looks up a framework property, null if it is not set
     * @throws IOException if the password of the built-in database can neither be read nor created
     */
    static Settings of(DataConfig config, Secrets secrets, UnaryOperator<String> property) throws IOException {
        var given = config.url().isBlank() ? DataConfig.H2_URL : config.url().strip();
        var url = expand(given, property);
        var user = config.user().isBlank() ? DataConfig.USER : config.user().strip();
        return new Settings(
                new Credentials(withOptions(url), user, password(config, url, secrets)),
                within(config.poolSize(), 2, 100),
                Duration.ofMillis(within(config.connectionTimeoutInMs(), 250, 60_000)));
    }

    private static String password(DataConfig config, String url, Secrets secrets) throws IOException {
        if (!config.password().isEmpty()) {
            return config.password();
        }
        return url.startsWith(H2_FILE)
                ? secrets.readOrCreate("h2-password")
                : secrets.read("database-password").orElse("");
    }

    private static String expand(String url, UnaryOperator<String> property) {
        var data = property.apply("karaf.data");
        return url.replace("${karaf.data}", data == null ? "data" : data);
    }

    private static String withOptions(String url) {
        if (url.startsWith(H2_FILE)) {
            return append(Credentials.H2_RETRY + url.substring(H2_FILE.length()), ";", ";", H2_OPTIONS);
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return append(url, url.contains("?") ? "&" : "?", "&", POSTGRESQL_OPTIONS);
        }
        return url;
    }

    private static String append(String url, String first, String next, String... options) {
        var result = new StringBuilder(url);
        var separator = first;
        var given = url.toLowerCase(Locale.ROOT);
        for (var option : options) {
            var name = option.substring(0, option.indexOf('=') + 1).toLowerCase(Locale.ROOT);
            if (!given.contains(name)) {
                result.append(separator).append(option);
                separator = next;
            }
        }
        return result.toString();
    }

    private static int within(int value, int min, int max) {
        return Math.max(min, Math.min(max, value));
    }

    private static long within(long value, long min, long max) {
        return Math.max(min, Math.min(max, value));
    }
}
