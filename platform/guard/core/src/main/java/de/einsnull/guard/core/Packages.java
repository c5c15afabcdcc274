package de.einsnull.guard.core;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which modules have which packages. A stack names classes, not their loaders: a package that two modules have, such as
 * that of a library both bring along, tells nothing about whose code runs. Also modules that are gone count, because
 * threads of theirs may go on. Thread-safe.
 */
final class Packages {

    private static final int MOST_MODULES = 1_000;

    private final Map<String, Set<String>> modules = new LinkedHashMap<>();

    /** Takes note of a module's code. */
    synchronized void add(BundleCode code) {
        modules.computeIfAbsent(code.name(), name -> new HashSet<>()).addAll(code.packages());
        if (modules.size() > MOST_MODULES) {
            modules.remove(modules.keySet().iterator().next());
        }
    }

    /** The code by what only its module has. */
    synchronized BundleCode own(BundleCode code) {
        var others = new HashSet<String>();
        modules.forEach((name, packages) -> {
            if (!name.equals(code.name())) {
                others.addAll(packages);
            }
        });
        return code.without(others::contains);
    }
}
