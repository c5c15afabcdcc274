package de.einsnull.sensors.portal.layer;

import de.einsnull.sensors.api.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which things stand on which layer of the city map.
 *
 * @param id id of the layer
 * @param order position in the legend
 * @param icon icon of the shell
 * @param kinds kinds of things; empty for all kinds that no other layer shows
 */
public record LayerSpec(String id, int order, String icon, Set<String> kinds) {

    private static final List<LayerSpec> NAMED = List.of(
            new LayerSpec("parking", 100, "parking", Set.of(Kinds.CAR_PARK)),
            new LayerSpec("parking-bays", 110, "car", Set.of(Kinds.PARKING_BAY)),
            new LayerSpec("charging", 120, "charging", Set.of(Kinds.CHARGING_POINT)),
            new LayerSpec("weather", 130, "thermometer", Set.of(Kinds.WEATHER)),
            new LayerSpec("soil", 140, "droplet", Set.of(Kinds.SOIL)),
            new LayerSpec("traffic", 150, "traffic", Set.of(Kinds.TRAFFIC_COUNTER)),
            new LayerSpec("people", 160, "people", Set.of(Kinds.PEOPLE_COUNTER)));
    private static final LayerSpec OTHER = new LayerSpec("sensors", 170, "sensor", Set.of());

    /**
     * All layers of this bundle.
     *
     * @return in the order of the legend
     */
    public static List<LayerSpec> all() {
        var all = new ArrayList<>(NAMED);
        all.add(OTHER);
        return List.copyOf(all);
    }

    /**
     * The layer of a kind.
     *
     * @param kind kind of a thing
     * @return the layer that shows it
     */
    public static LayerSpec of(String kind) {
        return NAMED.stream()
                .filter(layer -> layer.kinds().contains(kind))
                .findFirst()
                .orElse(OTHER);
    }

    /**
     * Key of the layer's name.
     *
     * @return the key
     */
    public String titleKey() {
        return "layer." + id;
    }

    boolean shows(String kind) {
        return of(kind).equals(this);
    }
}
