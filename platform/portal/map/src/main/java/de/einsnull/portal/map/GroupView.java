package de.einsnull.portal.map;

import de.einsnull.portal.api.MapFeature.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Neighbours in the list.
 *
 * @param name what they belong to, empty for those that stand alone
 * @param features the neighbours
 * @param free how many of them can be used now
 * @param countable how many of them are free or in use
 */
public record GroupView(String name, List<FeatureView> features, long free, long countable) {

    private static final int FOLD_FROM = 6;

    static GroupView of(String name, List<FeatureView> features) {
        long free = count(features, State.FREE);
        return new GroupView(name, List.copyOf(features), free, free + count(features, State.OCCUPIED));
    }

    private static long count(List<FeatureView> features, State state) {
        return features.stream()
                .filter(feature -> feature.state().equals(state.name()))
                .count();
    }

    /** Puts features of a named group together; the others keep their place. */
    static List<GroupView> group(List<FeatureView> features) {
        var groups = new LinkedHashMap<String, List<FeatureView>>();
        features.forEach(feature -> groups.computeIfAbsent(feature.group(), name -> new ArrayList<>())
                .add(feature));
        boolean worthGrouping = groups.values().stream().anyMatch(group -> group.size() >= FOLD_FROM);
        if (!worthGrouping) {
            return features.isEmpty() ? List.of() : List.of(of("", features));
        }
        return groups.entrySet().stream()
                .map(group -> of(group.getKey(), group.getValue()))
                .toList();
    }

    /**
     * Whether the list shows the group as one line that opens.
     *
     * @return true for many neighbours with a name
     */
    public boolean isFolded() {
        return !name.isEmpty() && features.size() >= FOLD_FROM;
    }
}
