package de.einsnull.portal.map;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.MapFeature;
import de.einsnull.portal.api.MapFeature.State;
import de.einsnull.portal.api.MapLayer;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.security.api.Access;
import de.einsnull.security.api.Identity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Layers and features for tests. */
final class Samples {

    static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");

    private Samples() {}

    static MapFeature feature(String id, String group, State state) {
        return new MapFeature(
                id, "Stellplatz " + id, group, 8.14, 51.82, state, "Zustand", "", Optional.of(NOON), "sensoren/" + id);
    }

    static MapLayer layer(String id, int order, Callable<List<MapFeature>> features) {
        return layer(id, order, Access.PUBLIC, features);
    }

    static MapLayer layer(String id, int order, String access, Callable<List<MapFeature>> features) {
        return new MapLayer() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public int order() {
                return order;
            }

            @Override
            public String titleKey() {
                return "layer." + id;
            }

            @Override
            public String icon() {
                return "parking";
            }

            @Override
            public String access() {
                return access;
            }

            @Override
            public List<MapFeature> features(Language language) throws Exception {
                return features.call();
            }
        };
    }

    static ContributedLayer named(MapLayer layer) {
        return new ContributedLayer(layer, Map.of(Language.DE, "Ebene " + layer.id()));
    }

    static PageRequest request(String path, Map<String, List<String>> parameters) {
        return new PageRequest("GET", path, Language.DE, Identity.ANONYMOUS, parameters);
    }
}
