package de.einsnull.testkit;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Configurations as the runtime would give them to a component. */
public final class Configurations {

    private Configurations() {}

    /**
     * A configuration in which nothing is set.
     *
     * @param <A> type of the configuration
     * @param type annotation type with the settings
     * @return a configuration of defaults; a setting that has none answers null, as a missing one does
     */
    public static <A> A defaults(Class<A> type) {
        return of(type, Map.of());
    }

    /**
     * A configuration in which some values are set.
     *
     * @param <A> type of the configuration
     * @param type annotation type with the settings
     * @param values what is set, by the names of the methods
     * @return the configuration; everything else has its default
     * @throws IllegalArgumentException if a name is none of the settings, which would be a test of nothing
     */
    public static <A> A of(Class<A> type, Map<String, ?> values) {
        Set<String> unknown = values.keySet().stream()
                .filter(name -> Arrays.stream(type.getMethods())
                        .noneMatch(method -> method.getName().equals(name)))
                .collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(type.getSimpleName() + " has no " + unknown);
        }
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> values.containsKey(method.getName())
                        ? values.get(method.getName())
                        : method.getDefaultValue()));
    }
}
