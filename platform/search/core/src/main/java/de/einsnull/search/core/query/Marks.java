package de.einsnull.search.core.query;

import de.einsnull.search.core.text.Tongue;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The stems that stand out in hits, by the language they are in. For one query on one thread. */
final class Marks {

    private static final int MOST = 200;

    private final Map<Tongue, Set<String>> stems = new EnumMap<>(Tongue.class);

    void add(Tongue tongue, String stem) {
        var of = stems.computeIfAbsent(tongue, key -> new LinkedHashSet<>());
        if (of.size() < MOST) {
            of.add(stem);
        }
    }

    Set<String> of(Tongue tongue) {
        return stems.getOrDefault(tongue, Set.of());
    }
}
