package de.einsnull.modules.core.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One clause of a manifest header (OSGi Core 8, 3.2.4): {@code path;path;attribute=value;directive:=value}.
 *
 * @param paths names at its beginning, one at least
 * @param attributes {@code name=value}; a type ({@code version:Version=1}) is dropped from the name
 * @param directives {@code name:=value}
 */
public record Clause(List<String> paths, Map<String, String> attributes, Map<String, String> directives) {

    /**
     * Takes a header apart.
     *
     * @param header its value, null for none
     * @return its clauses in order
     */
    public static List<Clause> parse(String header) {
        if (header == null || header.isBlank()) {
            return List.of();
        }
        return split(header, ',').stream()
                .filter(text -> !text.isBlank())
                .map(Clause::of)
                .toList();
    }

    private static Clause of(String text) {
        var paths = new ArrayList<String>();
        var attributes = new TreeMap<String, String>();
        var directives = new TreeMap<String, String>();
        for (String part : split(text, ';')) {
            int directive = indexOf(part, ":=");
            int attribute = indexOf(part, "=");
            if (directive > 0) {
                directives.put(part.substring(0, directive).strip(), unquote(part.substring(directive + 2)));
            } else if (attribute > 0) {
                String name = part.substring(0, attribute).strip().split(":", 2)[0];
                attributes.put(name, unquote(part.substring(attribute + 1)));
            } else {
                paths.add(unquote(part));
            }
        }
        return new Clause(List.copyOf(paths), attributes, directives);
    }

    /** The first name, empty if the clause is malformed. */
    public String path() {
        return paths.isEmpty() ? "" : paths.get(0);
    }

    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    public boolean isOptional() {
        return "optional".equals(directives.get("resolution"));
    }

    private static int indexOf(String part, String sign) {
        int quote = part.indexOf('"');
        int at = part.indexOf(sign);
        return quote >= 0 && at > quote ? -1 : at;
    }

    private static String unquote(String text) {
        String stripped = text.strip();
        boolean quoted = stripped.length() > 1 && stripped.startsWith("\"") && stripped.endsWith("\"");
        return quoted ? stripped.substring(1, stripped.length() - 1) : stripped;
    }

    private static List<String> split(String text, char separator) {
        var parts = new ArrayList<String>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
