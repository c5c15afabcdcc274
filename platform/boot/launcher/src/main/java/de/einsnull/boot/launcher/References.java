package de.einsnull.boot.launcher;

import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that stand elsewhere: {@code $[secret:name]}, {@code $[env:NAME;default=x]}, {@code $[prop:name]}. */
final class References {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\[(secret|env|prop):([^\\];]+)((?:;[^\\]]*)?)]");
    private static final Pattern DEFAULT = Pattern.compile(";default=([^;]*)");

    private final SystemSettings properties;

    References(SystemSettings properties) {
        this.properties = properties;
    }

    /**
     * Puts the values in.
     *
     * @throws BadSetting if one is not there and has no default
     */
    String resolve(SettingsFile file, String key, String value) throws BadSetting {
        var result = new StringBuilder();
        var found = REFERENCE.matcher(value);
        while (found.find()) {
            var replacement = value(found);
            if (replacement.isEmpty()) {
                throw file.bad(key, missing(found.group(1), found.group(2)));
            }
            found.appendReplacement(result, Matcher.quoteReplacement(replacement.get()));
        }
        return found.appendTail(result).toString();
    }

    private Optional<String> value(Matcher reference) {
        var name = reference.group(2);
        var value =
                switch (reference.group(1)) {
                    case "env" -> Optional.ofNullable(System.getenv(name));
                    case "prop" -> properties.get(name);
                    default -> Files.isReadable(properties.secrets().resolve(name))
                            ? Optional.of("")
                            : Optional.<String>empty();
                };
        var otherwise = DEFAULT.matcher(reference.group(3));
        return value.or(() -> otherwise.find() ? Optional.of(otherwise.group(1)) : Optional.empty());
    }

    private String missing(String type, String name) {
        return switch (type) {
            case "env" -> "needs the environment variable " + name + ", which is not set; set it, or write $[env:"
                    + name + ";default=...]";
            case "prop" -> "needs the property " + name + ", which is not set; set it in system.properties";
            default -> "needs the secret '" + name + "'; write it into the file "
                    + properties.secrets().resolve(name) + ", mode 0600, owned by the platform's user";
        };
    }
}
