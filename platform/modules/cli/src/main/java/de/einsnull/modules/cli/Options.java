package de.einsnull.modules.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the command line and the environment say. A password never stands on the command line: everybody on the machine
 * could read it there.
 *
 * @param url where the platform is
 * @param user name of the account
 * @param password its password
 * @param json whether to print what the platform answers as it is
 * @param patience how long an operation is waited for
 * @param words the command and its arguments
 */
record Options(URI url, String user, String password, boolean json, Duration patience, List<String> words) {

    private static final long PATIENCE_S = 300;

    /** Hides the password. */
    @Override
    public String toString() {
        return "Options[" + url + ", " + user + ", " + words + "]";
    }

    static Options of(List<String> arguments, Map<String, String> environment) throws Failure {
        var words = new ArrayList<String>();
        String url = environment.getOrDefault("EINSNULL_URL", "http://127.0.0.1:8080");
        String user = environment.getOrDefault("EINSNULL_USER", "admin");
        String file = environment.getOrDefault("EINSNULL_PASSWORD_FILE", "");
        boolean json = false;
        long patience = PATIENCE_S;
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            switch (word) {
                case "--json" -> json = true;
                case "--url" -> url = next(rest, word);
                case "--user" -> user = next(rest, word);
                case "--password-file" -> file = next(rest, word);
                case "--timeout" -> patience = seconds(next(rest, word));
                default -> words.add(known(word));
            }
        }
        return new Options(uri(url), user, password(file, environment), json, Duration.ofSeconds(patience), words);
    }

    private static String known(String word) throws Failure {
        if (word.startsWith("-")) {
            throw new Failure(Failure.USAGE, "Unknown option " + word + ". See einsnull-modules --help.");
        }
        return word;
    }

    private static String next(java.util.Iterator<String> rest, String option) throws Failure {
        if (!rest.hasNext()) {
            throw new Failure(Failure.USAGE, option + " needs a value. See einsnull-modules --help.");
        }
        return rest.next();
    }

    private static long seconds(String text) throws Failure {
        if (!text.matches("[1-9]\\d{0,5}")) {
            throw new Failure(Failure.USAGE, "--timeout " + text + " is not a number of seconds.");
        }
        return Long.parseLong(text);
    }

    private static URI uri(String text) throws Failure {
        try {
            URI address = new URI(text.replaceAll("/$", ""));
            if (text.matches("https?://[^\\s/]+/?") && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Said below, as for every other text that is none.
        }
        throw new Failure(Failure.USAGE, text + " is not an address like https://stadt.example.");
    }

    private static String password(String file, Map<String, String> environment) throws Failure {
        String given = environment.getOrDefault("EINSNULL_PASSWORD", "");
        if (file.isEmpty() && !given.isEmpty()) {
            return given;
        }
        Path path = file.isEmpty()
                ? Path.of(environment.getOrDefault("EINSNULL_DATA", "data"), "secrets", "admin-password")
                : Path.of(file);
        try {
            return Files.readString(path).strip();
        } catch (IOException e) {
            throw new Failure(
                    Failure.UNREACHABLE,
                    "The password cannot be read from " + path
                            + ". Name its file with --password-file or EINSNULL_PASSWORD_FILE.");
        }
    }
}
