package de.einsnull.sensors.portal.widget;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.MapFeature.State;
import de.einsnull.sensors.api.SensorDirectory;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.api.ThingQuery;
import de.einsnull.sensors.portal.layer.ThingState;
import de.einsnull.sensors.portal.layer.ThingStates;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the cards of the start page are made of. */
@Component(service = WidgetData.class)
public final class WidgetData {

    private final SensorDirectory directory;
    private final ThingStates states;
    private final Clock clock;

    /**
     * Takes the city's data.
     *
     * @param directory the city's sensors
     * @param states tells what values mean
     */
    @Activate
    public WidgetData(@Reference SensorDirectory directory, @Reference ThingStates states) {
        this(directory, states, Clock.systemUTC());
    }

    WidgetData(SensorDirectory directory, ThingStates states, Clock clock) {
        this.directory = directory;
        this.states = states;
        this.clock = clock;
    }

    /**
     * A thing with its state.
     *
     * @param thing the thing
     * @param state its state now
     */
    record Seen(Thing thing, ThingState state) {

        boolean is(State wanted) {
            return state.state() == wanted;
        }
    }

    /** Open things of a kind whose state is known now. */
    List<Seen> known(String kind, Language language) {
        return directory.things(ThingQuery.open(kind)).items().stream()
                .map(thing -> new Seen(thing, states.of(thing, language, clock.instant())))
                .filter(seen -> !seen.is(State.UNKNOWN))
                .toList();
    }

    /** When the newest of them was observed, null for none. */
    static Instant newest(List<Seen> things) {
        return things.stream()
                .flatMap(seen -> seen.state().at().stream())
                .max(Instant::compareTo)
                .orElse(null);
    }

    static long count(List<Seen> things, State state) {
        return things.stream().filter(seen -> seen.is(state)).count();
    }
}
