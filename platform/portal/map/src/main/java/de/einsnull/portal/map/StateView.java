package de.einsnull.portal.map;

import de.einsnull.portal.api.MapFeature.State;
import java.util.Arrays;
import java.util.List;

/**
 * A choice of the state filter, which is the key to the symbols as well.
 *
 * @param state constant name of the state
 * @param word its word in addresses and style sheets
 * @param chosen whether the visitor chose it
 */
public record StateView(String state, String word, boolean chosen) {

    static List<StateView> all(MapFilter filter) {
        return Arrays.stream(State.values())
                .map(state -> new StateView(
                        state.name(), MapFilter.word(state), filter.states().contains(state)))
                .toList();
    }
}
