package de.einsnull.bus.artemis.message;

import java.util.ArrayList;
import java.util.List;

/** Topic filters in MQTT form. */
public final class TopicFilter {

    private static final int MAX_LENGTH = 1_000;

    private TopicFilter() {}

    /**
     * Checks a filter.
     *
     * @param filter filter
     * @throws IllegalArgumentException if it is malformed or would catch what is internal
     */
    public static void check(String filter) {
        var levels = filter.split("/", -1);
        if (filter.isEmpty() || filter.length() > MAX_LENGTH || filter.contains("::") || filter.contains("|")) {
            throw new IllegalArgumentException("Not a topic filter: '" + filter + "'");
        }
        if (isWild(levels[0]) || levels[0].startsWith("$")) {
            throw new IllegalArgumentException(
                    "The first level of a topic filter must be a plain name: '" + filter + "'");
        }
        for (var i = 0; i < levels.length; i++) {
            var last = i == levels.length - 1;
            var level = levels[i];
            if (isWild(level) && !level.equals("+") && !(level.equals("#") && last)) {
                throw new IllegalArgumentException(
                        "'+' stands alone in a level, '#' alone in the last one: '" + filter + "'");
            }
        }
    }

    private static boolean isWild(String level) {
        return level.indexOf('#') >= 0 || level.indexOf('+') >= 0;
    }

    /**
     * Leaves out filters that another one covers, so that nothing arrives twice because of them.
     *
     * @param filters filters
     */
    public static List<String> withoutCovered(List<String> filters) {
        var kept = new ArrayList<String>();
        for (var filter : filters.stream().distinct().toList()) {
            if (filters.stream().noneMatch(other -> !other.equals(filter) && covers(other, filter))) {
                kept.add(filter);
            }
        }
        return kept;
    }

    /**
     * Whether every topic that one filter matches is matched by another.
     *
     * @param wide the other
     * @param narrow the one, may be a topic
     */
    public static boolean covers(String wide, String narrow) {
        var w = wide.split("/", -1);
        var n = narrow.split("/", -1);
        for (var i = 0; i < w.length; i++) {
            if (w[i].equals("#")) {
                return true;
            }
            if (i >= n.length || !coversLevel(w[i], n[i])) {
                return i == n.length && w[i].equals("#");
            }
        }
        return w.length == n.length;
    }

    private static boolean coversLevel(String wide, String narrow) {
        return wide.equals(narrow) || (wide.equals("+") && !narrow.equals("#"));
    }
}
