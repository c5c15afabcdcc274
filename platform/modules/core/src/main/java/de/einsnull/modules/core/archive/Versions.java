package de.einsnull.modules.core.archive;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Version;

/** Versions of features are Maven's ({@code 1.2-SNAPSHOT}) and are compared as OSGi's. */
public final class Versions {

    private static final Pattern MAVEN = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?(?:[.-](.*))?");

    private Versions() {}

    /** The version that a text means, 0.0.0 if it means none. */
    public static Version of(String text) {
        Matcher matcher = MAVEN.matcher(text.strip());
        if (!matcher.matches()) {
            return Version.emptyVersion;
        }
        String qualifier = matcher.group(4) == null ? "" : matcher.group(4).replaceAll("[^A-Za-z0-9_-]", "_");
        return new Version(number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)), qualifier);
    }

    private static int number(String text) {
        return text == null ? 0 : Integer.parseInt(text);
    }
}
