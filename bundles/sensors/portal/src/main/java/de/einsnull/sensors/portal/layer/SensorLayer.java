package de.einsnull.sensors.portal.layer;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.MapFeature;
import de.einsnull.portal.api.MapLayer;
import de.einsnull.security.api.Access;
import de.einsnull.sensors.api.SensorDirectory;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.api.ThingQuery;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Things of some kinds on the map. Remembers its answer until a value changes or a minute has passed. */
final class SensorLayer implements MapLayer {

    private final LayerSpec spec;
    private final SensorDirectory directory;
    private final ThingStates states;
    private final Clock clock;
    private final Map<Language, Answer> answers = new ConcurrentHashMap<>();

    SensorLayer(LayerSpec spec, SensorDirectory directory, ThingStates states, Clock clock) {
        this.spec = spec;
        this.directory = directory;
        this.states = states;
        this.clock = clock;
    }

    private record Answer(long version, long minute, List<MapFeature> features) {}

    @Override
    public String id() {
        return spec.id();
    }

    @Override
    public int order() {
        return spec.order();
    }

    @Override
    public String titleKey() {
        return spec.titleKey();
    }

    @Override
    public String icon() {
        return spec.icon();
    }

    @Override
    public String access() {
        return Access.PUBLIC;
    }

    @Override
    public List<MapFeature> features(Language language) {
        long version = directory.version();
        long minute = clock.instant().getEpochSecond() / 60;
        var known = answers.get(language);
        if (known != null && known.version == version && known.minute == minute) {
            return known.features;
        }
        var fresh = new Answer(version, minute, read(language));
        answers.put(language, fresh);
        return fresh.features;
    }

    private List<MapFeature> read(Language language) {
        var kinds = spec.kinds().toArray(String[]::new);
        return directory.things(ThingQuery.open(kinds)).items().stream()
                .filter(thing -> thing.position().isPresent() && spec.shows(thing.kind()))
                .map(thing -> feature(thing, language))
                .toList();
    }

    private MapFeature feature(Thing thing, Language language) {
        var position = thing.position().orElseThrow();
        var state = states.of(thing, language, clock.instant());
        return new MapFeature(
                String.valueOf(thing.id()),
                thing.name(),
                thing.group(),
                position.longitude(),
                position.latitude(),
                state.state(),
                state.text(),
                state.value(),
                state.at(),
                "sensoren/" + thing.id());
    }
}
