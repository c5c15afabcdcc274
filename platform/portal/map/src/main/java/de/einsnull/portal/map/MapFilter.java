package de.einsnull.portal.map;

import de.einsnull.portal.api.MapFeature;
import de.einsnull.portal.api.MapFeature.State;
import de.einsnull.portal.api.PageRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a visitor wants to see.
 *
 * @param layers ids of layers, all when empty
 * @param states states, all when empty
 * @param group a group by its name, all when empty
 * @param text what name, group, state or value contain, all when empty
 */
record MapFilter(Set<String> layers, Set<State> states, String group, String text) {

    private static final int LONGEST_TEXT = 100;
    private static final Map<State, String> WORDS = Map.of(
            State.FREE, "frei",
            State.OCCUPIED, "belegt",
            State.FAULT, "stoerung",
            State.UNKNOWN, "unbekannt",
            State.READING, "messwert",
            State.WARNING, "auffaellig");

    /** Word for a state in addresses. */
    static String word(State state) {
        return WORDS.get(state);
    }

    /** Reads the filter from a form; words that mean nothing are ignored. */
    static MapFilter of(PageRequest request) {
        var words = Set.copyOf(request.parameters().getOrDefault("zustand", List.of()));
        var states = EnumSet.noneOf(State.class);
        WORDS.forEach((state, word) -> {
            if (words.contains(word)) {
                states.add(state);
            }
        });
        String text = request.parameter("suche").orElse("");
        return new MapFilter(
                Set.copyOf(request.parameters().getOrDefault("ebene", List.of())),
                states,
                request.parameter("gruppe").orElse(""),
                text.substring(0, Math.min(LONGEST_TEXT, text.length())));
    }

    /** Whether nothing but the choice of layers narrows the view. */
    boolean isOpen() {
        return states.isEmpty() && group.isEmpty() && text.isEmpty();
    }

    boolean shows(String layer) {
        return layers.isEmpty() || layers.contains(layer);
    }

    boolean matches(MapFeature feature) {
        return (states.isEmpty() || states.contains(feature.state()))
                && (group.isEmpty() || group.equals(feature.group()))
                && (text.isEmpty() || contains(feature));
    }

    private boolean contains(MapFeature feature) {
        String all = String.join("\n", feature.name(), feature.group(), feature.stateText(), feature.value());
        return all.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    /** The same filter as the query of an address, without a leading question mark; empty when all is shown. */
    String query() {
        var parts =
                layers.stream().sorted().map(layer -> parameter("ebene", layer)).collect(Collectors.toList());
        states.stream().sorted().map(state -> parameter("zustand", word(state))).forEach(parts::add);
        if (!group.isEmpty()) {
            parts.add(parameter("gruppe", group));
        }
        if (!text.isEmpty()) {
            parts.add(parameter("suche", text));
        }
        return String.join("&", parts);
    }

    private static String parameter(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
