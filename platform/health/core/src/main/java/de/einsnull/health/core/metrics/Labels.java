package de.einsnull.health.core.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Names and values that tell the meters of a family apart, in the form they are written. */
record Labels(List<String> pairs) {

    static final Labels NONE = new Labels(List.of());

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final int LONGEST_VALUE = 200;

    Labels {
        pairs = List.copyOf(pairs);
        if (pairs.size() % 2 != 0) {
            throw new IllegalArgumentException("Labels come in pairs of name and value, but: " + pairs);
        }
        for (var i = 0; i < pairs.size(); i += 2) {
            if (!NAME.matcher(pairs.get(i)).matches() || pairs.get(i + 1).length() > LONGEST_VALUE) {
                throw new IllegalArgumentException("Not a label: " + pairs.get(i) + "=" + pairs.get(i + 1));
            }
        }
    }

    static Labels of(String... pairs) {
        return new Labels(List.of(pairs));
    }

    Labels with(String... more) {
        var all = new ArrayList<>(pairs);
        all.addAll(List.of(more));
        return new Labels(all);
    }

    /** Whether a label has that value. */
    boolean has(String name, String value) {
        for (var i = 0; i < pairs.size(); i += 2) {
            if (pairs.get(i).equals(name) && pairs.get(i + 1).equals(value)) {
                return true;
            }
        }
        return false;
    }

    /** {@code {name="value",...}}, empty without labels. */
    String text() {
        if (pairs.isEmpty()) {
            return "";
        }
        var text = new StringBuilder("{");
        for (var i = 0; i < pairs.size(); i += 2) {
            text.append(i == 0 ? "" : ",").append(pairs.get(i)).append("=\"").append(escaped(pairs.get(i + 1)));
            text.append('"');
        }
        return text.append('}').toString();
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
