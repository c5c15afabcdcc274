package de.einsnull.search.api;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How much of everything a document may have. */
final class Bounds {

    private Bounds() {}

    static <T extends Collection<String>> T checked(String what, T values) {
        if (values.size() > SearchDocument.MAX_VALUES) {
            throw new IllegalArgumentException(
                    "At most " + SearchDocument.MAX_VALUES + " " + what + ", not " + values.size());
        }
        for (String value : values) {
            if (value.isBlank() || value.length() > SearchDocument.MAX_TITLE || value.indexOf('\0') >= 0) {
                throw new IllegalArgumentException(
                        "Not 1 to " + SearchDocument.MAX_TITLE + " characters in " + what + ": '" + value + "'");
            }
        }
        return values;
    }

    static Map<String, Set<String>> copyOf(Map<String, Set<String>> facets) {
        var copy = new TreeMap<String, Set<String>>();
        int values = 0;
        for (var facet : facets.entrySet()) {
            copy.put(facet.getKey(), Set.copyOf(checked("values of " + facet.getKey(), facet.getValue())));
            values += facet.getValue().size();
        }
        if (values > SearchDocument.MAX_VALUES) {
            throw new IllegalArgumentException("At most " + SearchDocument.MAX_VALUES + " facet values, not " + values);
        }
        return java.util.Collections.unmodifiableMap(copy);
    }
}
