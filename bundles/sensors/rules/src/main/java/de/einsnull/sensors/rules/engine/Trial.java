package de.einsnull.sensors.rules.engine;

import de.einsnull.sensors.api.SensorDirectory;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.rules.evaluate.Machine;
import de.einsnull.sensors.rules.evaluate.Transition;
import de.einsnull.sensors.rules.model.ReadingText;
import de.einsnull.sensors.rules.model.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says when a rule would have fired on recorded days, by the same machine that watches live. Thread-safe. */
@Component(service = Trial.class)
public final class Trial {

    /** Most things that are tried; more would keep the visitor waiting. */
    public static final int MOST_THINGS = 200;

    /** Most firings that are shown. */
    public static final int MOST_FIRINGS = 500;

    private static final Duration LIMIT = Duration.ofSeconds(7);

    private final SensorDirectory directory;
    private final Evaluation evaluation;

    /**
     * Takes what it needs.
     *
     * @param directory things and values
     * @param evaluation knows which things a rule is about
     */
    @Activate
    public Trial(@Reference SensorDirectory directory, @Reference Evaluation evaluation) {
        this.directory = directory;
        this.evaluation = evaluation;
    }

    /**
     * A time when the rule would have fired.
     *
     * @param thing id of the thing
     * @param name its name
     * @param from when it would have fired (UTC)
     * @param to when it would have ended (UTC), empty if it went on at the end of the time
     * @param readings values at the beginning
     */
    public record Firing(long thing, String name, Instant from, Optional<Instant> to, List<ReadingText> readings) {}

    /**
     * What a trial found.
     *
     * @param firings when it would have fired, oldest first, at most {@value #MOST_FIRINGS}
     * @param count how often in all
     * @param things how many things were tried
     * @param values how many values were read
     * @param complete whether all things were tried, and all within the time there is
     */
    public record Outcome(List<Firing> firings, int count, int things, long values, boolean complete) {}

    /**
     * Tries a rule. Nothing is opened, nothing kept. Silence counts from the beginning of the time.
     *
     * @param rule the rule
     * @param from beginning, inclusive
     * @param to end, exclusive
     * @throws de.einsnull.sensors.api.SensorDataException if the values cannot be read
     */
    public Outcome run(Rule rule, Instant from, Instant to) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        var things = evaluation.things(rule);
        var firings = new ArrayList<Firing>();
        int tried = 0;
        long values = 0;
        for (Thing thing : things) {
            if (tried == MOST_THINGS || System.nanoTime() > deadline) {
                break;
            }
            values += run(rule, thing, from, to, firings);
            tried++;
        }
        firings.sort(Comparator.comparing(Firing::from).thenComparing(Firing::name));
        var shown = firings.subList(0, Math.min(MOST_FIRINGS, firings.size()));
        return new Outcome(List.copyOf(shown), firings.size(), tried, values, tried == things.size());
    }

    private long run(Rule rule, Thing thing, Instant from, Instant to, List<Firing> firings) {
        var series = Series.of(rule, thing, directory);
        var machine = Machine.fresh(rule, from);
        var samples = series.between(from, to);
        var transitions = new ArrayList<Transition>();
        samples.forEach(one -> transitions.addAll(machine.take(one.condition(), one.at(), one.value())));
        transitions.addAll(machine.advance(to));
        Transition opened = null;
        for (var transition : transitions) {
            if (opened != null) {
                firings.add(firing(thing, series, opened, Optional.of(transition.at())));
            }
            opened = transition.opened() ? transition : null;
        }
        if (opened != null) {
            firings.add(firing(thing, series, opened, Optional.empty()));
        }
        return samples.size();
    }

    private static Firing firing(Thing thing, Series series, Transition opened, Optional<Instant> end) {
        return new Firing(thing.id(), thing.name(), opened.at(), end, series.readings(opened.values()));
    }
}
