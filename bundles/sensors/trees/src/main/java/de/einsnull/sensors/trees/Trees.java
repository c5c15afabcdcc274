package de.einsnull.sensors.trees;

import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.Kinds;
import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.Page;
import de.einsnull.sensors.api.SensorDirectory;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.api.ThingQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Which trees need water, from the moisture of their soil. A series is read once for each of its values, and kept for
 * five minutes, because older values may be handed in later. Thread-safe.
 */
@Component(service = Trees.class, configurationPid = Trees.PID)
@Designate(ocd = Settings.class)
public final class Trees {

    static final String PID = "de.einsnull.sensors.trees";

    private static final Duration SEEN = Duration.ofDays(14);
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration SILENT = Duration.ofDays(1);
    private static final int POINTS = 1_400;
    private static final Comparator<Tree> URGENT = Comparator.comparing(Tree::need)
            .thenComparing(tree -> tree.drySince() == null ? Instant.MAX : tree.drySince())
            .thenComparing(tree -> tree.hasForecast() ? tree.daysUntilDry() : Double.MAX_VALUE)
            .thenComparing(Tree::name);

    private final SensorDirectory directory;
    private final Settings settings;
    private final Clock clock;
    private final Map<Long, Seen> seen = new ConcurrentHashMap<>();

    private record Seen(Instant last, Instant readAt, Optional<Dryness> dryness) {}

    /**
     * Takes what it needs.
     *
     * @param directory things and values
     * @param settings when a tree is thirsty
     */
    @Activate
    public Trees(@Reference SensorDirectory directory, Settings settings) {
        this(directory, settings, Clock.systemUTC());
    }

    Trees(SensorDirectory directory, Settings settings, Clock clock) {
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
    }

    Settings settings() {
        return settings;
    }

    /**
     * All trees and beds with a sensor, the thirstiest first.
     *
     * @throws de.einsnull.sensors.api.SensorDataException if the values cannot be read
     */
    List<Tree> all() {
        var query = new ThingQuery(Set.of(Kinds.SOIL), Optional.empty(), "", false, 0, Page.MAX);
        var things = directory.things(query).items();
        var ids = new HashSet<Long>();
        things.forEach(thing -> ids.add(thing.id()));
        seen.keySet().retainAll(ids);
        return things.stream()
                .filter(thing -> thing.datastream(Channels.SOIL_MOISTURE).isPresent())
                .map(this::tree)
                .sorted(URGENT)
                .toList();
    }

    private Tree tree(Thing thing) {
        var stream = thing.datastream(Channels.SOIL_MOISTURE).orElseThrow();
        var dryness = dryness(thing.id(), stream);
        return new Tree(
                thing.id(),
                thing.name(),
                thing.group(),
                need(dryness),
                dryness.map(Dryness::moisture).orElse(Double.NaN),
                dryness.map(Dryness::at).orElse(null),
                dryness.flatMap(Dryness::drySince).orElse(null),
                dryness.map(d -> d.perDay().orElse(Double.NaN)).orElse(Double.NaN),
                dryness.map(d -> d.daysUntilDry().orElse(Double.NaN)).orElse(Double.NaN),
                thing.demo(),
                false);
    }

    private Optional<Dryness> dryness(long thing, Datastream stream) {
        var last = stream.last().map(Observation::phenomenonTime).orElse(Instant.MIN);
        var known = seen.get(thing);
        var now = clock.instant();
        if (known == null || !known.last().equals(last) || known.readAt().isBefore(now.minus(KEPT))) {
            var history = directory.history(stream.id(), now.minus(SEEN), now.plusSeconds(1), POINTS);
            known = new Seen(last, now, Dryness.of(history, settings.dry_below()));
            seen.put(thing, known);
        }
        return known.dryness();
    }

    private Tree.Need need(Optional<Dryness> dryness) {
        if (dryness.isEmpty() || dryness.get().at().isBefore(clock.instant().minus(SILENT))) {
            return Tree.Need.LOOK;
        }
        if (dryness.get().drySince().isPresent()) {
            return Tree.Need.NOW;
        }
        return dryness.get().daysUntilDry().orElse(Double.MAX_VALUE) <= settings.soon_in_days()
                ? Tree.Need.SOON
                : Tree.Need.NOTHING;
    }
}
