package de.einsnull.portal.map;

import de.einsnull.portal.api.MapFeature;
import java.time.Instant;

/**
 * A list item or table row, as the template sees it.
 *
 * @param key layer and id, unique on the page
 * @param layerTitle name of its layer
 * @param name what people call it
 * @param group what it belongs to, may be empty
 * @param state constant name of the state
 * @param mark the state's word for style sheets
 * @param stateText the state in words
 * @param value further value with unit, may be empty
 * @param observedAt when it was observed, null if it never was
 * @param path page with more, may be empty
 */
public record FeatureView(
        String key,
        String layerTitle,
        String name,
        String group,
        String state,
        String mark,
        String stateText,
        String value,
        Instant observedAt,
        String path) {

    static FeatureView of(LayerContent layer, MapFeature feature) {
        return new FeatureView(
                layer.id() + "/" + feature.id(),
                layer.title(),
                feature.name(),
                feature.group(),
                feature.state().name(),
                MapFilter.word(feature.state()),
                feature.stateText(),
                feature.value(),
                feature.observedAt().orElse(null),
                feature.path());
    }
}
