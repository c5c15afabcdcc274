package de.einsnull.portal.map;

import de.einsnull.portal.api.MapFeature;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was on a layer when it was asked.
 *
 * @param id id of the layer
 * @param title its name in the language asked for
 * @param icon its icon
 * @param features what is on it
 * @param failed whether it could not be had; then there are no features
 */
record LayerContent(String id, String title, String icon, List<MapFeature> features, boolean failed) {

    /** When its newest value was observed, empty if it has none. */
    Optional<Instant> newest() {
        return features.stream()
                .flatMap(feature -> feature.observedAt().stream())
                .max(Instant::compareTo);
    }

    LayerContent with(List<MapFeature> chosen) {
        return new LayerContent(id, title, icon, chosen, failed);
    }
}
