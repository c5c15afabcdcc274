package de.einsnull.portal.map;

import de.einsnull.portal.api.MapFeature;
import de.einsnull.portal.api.PageRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts together what the template of the map shows. */
final class MapModel {

    private final MapSettings settings;
    private final Clock clock;

    MapModel(MapSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    Map<String, Object> of(PageRequest request, List<LayerContent> contents) {
        var filter = MapFilter.of(request);
        var layers = contents.stream()
                .filter(layer -> layer.failed() || !layer.features().isEmpty())
                .map(layer -> LayerView.of(layer, filter, settings.staleAfter(), clock))
                .toList();
        var rows = layers.stream()
                .filter(LayerView::shown)
                .flatMap(layer -> layer.all().features().stream())
                .toList();
        var model = new HashMap<String, Object>();
        model.put("layers", layers);
        model.put("states", StateView.all(filter));
        model.put("groups", groups(contents));
        model.put("group", filter.group());
        model.put("text", filter.text());
        model.put("filtered", !filter.isOpen());
        model.put("query", filter.query());
        model.put("table", request.parameter("ansicht").orElse("").equals("tabelle"));
        model.put("pager", Pager.of(rows, request.parameter("seite").orElse("1")));
        model.put("styleUrl", settings.styleUrl());
        model.put("attribution", settings.attribution());
        model.put("center", String.format(Locale.ROOT, "%.6f,%.6f", settings.longitude(), settings.latitude()));
        model.put("zoom", String.format(Locale.ROOT, "%.2f", settings.zoom()));
        return model;
    }

    private static List<String> groups(List<LayerContent> contents) {
        return contents.stream()
                .flatMap(layer -> layer.features().stream())
                .map(MapFeature::group)
                .filter(group -> !group.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}
