package de.einsnull.settings.core.keep;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names of instances, and of the secrets that are made for them. */
final class Names {

    private static final Pattern INSTANCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final int LONGEST_SECRET = 100;

    private Names() {}

    static boolean isName(String text) {
        return INSTANCE.matcher(text).matches();
    }

    /** Name of the secrets file of a setting, always the same. */
    static String secret(String pid, String instance, String setting) {
        var name = pid + (instance.isEmpty() ? "" : "-" + instance) + "-" + setting;
        var clean = name.replaceAll("[^A-Za-z0-9._-]", "_");
        if (clean.length() <= LONGEST_SECRET) {
            return clean;
        }
        var hash = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        return clean.substring(0, LONGEST_SECRET - hash.length() - 1) + "-" + hash;
    }

    static String reference(String secret) {
        return "$[secret:" + secret + "]";
    }
}
