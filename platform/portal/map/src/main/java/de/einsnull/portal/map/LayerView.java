package de.einsnull.portal.map;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A layer, as the template sees it.
 *
 * @param id id of the layer
 * @param title its name
 * @param icon its icon
 * @param shown whether the visitor chose it
 * @param failed whether it could not be had
 * @param staleSince when its newest value was observed if that is too long ago, else null
 * @param all everything on it that matches the filter
 * @param groups the same for the list
 */
public record LayerView(
        String id,
        String title,
        String icon,
        boolean shown,
        boolean failed,
        Instant staleSince,
        GroupView all,
        List<GroupView> groups) {

    static LayerView of(LayerContent layer, MapFilter filter, Duration staleAfter, Clock clock) {
        var features = layer.features().stream()
                .filter(filter::matches)
                .map(feature -> FeatureView.of(layer, feature))
                .toList();
        var limit = clock.instant().minus(staleAfter);
        return new LayerView(
                layer.id(),
                layer.title(),
                layer.icon(),
                filter.shows(layer.id()),
                layer.failed(),
                layer.newest().filter(limit::isAfter).orElse(null),
                GroupView.of("", features),
                GroupView.group(features));
    }
}
