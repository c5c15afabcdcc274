package de.einsnull.sensors.rest.sta;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A resource path of SensorThings (18-088, 9.3), such as {@code Things(1)/Datastreams(2)/name/$value}.
 *
 * @param segments names with keys, from left to right
 */
record ResourcePath(List<Segment> segments) {

    private static final Pattern SEGMENT = Pattern.compile("([@$A-Za-z_][@A-Za-z0-9_.]*)(?:\\(([^()]+)\\))?");
    private static final int MOST_SEGMENTS = 6;

    /**
     * One part of a path.
     *
     * @param name entity set, navigation or property
     * @param key what stood in parentheses, without quotes
     */
    record Segment(String name, Optional<String> key) {}

    /** Reads a path; empty if it is none. */
    static Optional<ResourcePath> parse(String path) {
        var segments = new ArrayList<Segment>();
        var parts = path.split("/", -1);
        if (parts.length > MOST_SEGMENTS) {
            return Optional.empty();
        }
        for (String part : parts) {
            var matcher = SEGMENT.matcher(part);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            segments.add(new Segment(
                    matcher.group(1), Optional.ofNullable(matcher.group(2)).map(ResourcePath::unquote)));
        }
        return Optional.of(new ResourcePath(List.copyOf(segments)));
    }

    private static String unquote(String key) {
        boolean quoted = key.length() >= 2 && key.startsWith("'") && key.endsWith("'");
        return quoted ? key.substring(1, key.length() - 1).replace("''", "'") : key;
    }
}
