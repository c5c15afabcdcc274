package de.einsnull.modules.core.inspect;

import java.util.List;
import java.util.regex.Pattern;

/** The packages that modules may import. */
public final class Allowed {

    /** For what came with the platform. */
    static final Allowed EVERYTHING = new Allowed(List.of("**"));

    private final List<Pattern> patterns;

    /**
     * @param names packages; {@code *} stands for any characters without a dot, {@code **} for any characters
     */
    public Allowed(List<String> names) {
        patterns = names.stream().map(Allowed::pattern).toList();
    }

    private static Pattern pattern(String name) {
        String quoted = Pattern.quote(name.strip()).replace("**", "\\E.+\\Q").replace("*", "\\E[^.]+\\Q");
        return Pattern.compile(quoted);
    }

    boolean isAllowed(String packageName) {
        return patterns.stream()
                .anyMatch(pattern -> pattern.matcher(packageName).matches());
    }
}
