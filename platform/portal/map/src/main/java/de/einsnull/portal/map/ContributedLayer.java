package de.einsnull.portal.map;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.MapFeature;
import de.einsnull.portal.api.MapLayer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A layer and its name.
 *
 * @param layer the service
 * @param titles name of the layer by language; German is always there
 * @param bundleId id of the bundle that contributes it
 * @param places how often it may be asked at once, so that one that hangs does not take the threads of the others
 */
record ContributedLayer(MapLayer layer, Map<Language, String> titles, long bundleId, Semaphore places) {

    private static final int PLACES = 8;
    private static final long WAIT_IN_MS = 100;

    ContributedLayer(MapLayer layer, Map<Language, String> titles) {
        this(layer, titles, -1);
    }

    ContributedLayer(MapLayer layer, Map<Language, String> titles, long bundleId) {
        this(layer, titles, bundleId, new Semaphore(PLACES));
    }

    /** Takes a place; whoever gets true must ask for the features or leave the place. */
    boolean enter() {
        try {
            return places.tryAcquire(WAIT_IN_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What is asked, when there is a place for it; leaves the place when the layer really comes back. */
    List<MapFeature> features(Language language) throws Exception {
        try {
            return layer.features(language);
        } finally {
            places.release();
        }
    }

    String title(Language language) {
        return titles.getOrDefault(language, titles.get(Language.DE));
    }
}
