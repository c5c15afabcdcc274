package de.einsnull.portal.map;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.MapLayer;
import java.util.Map;

/**
 * A layer and its name.
 *
 * @param layer the service
 * @param titles name of the layer by language; German is always there
 */
record ContributedLayer(MapLayer layer, Map<Language, String> titles) {

    String title(Language language) {
        return titles.getOrDefault(language, titles.get(Language.DE));
    }
}
