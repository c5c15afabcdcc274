package de.einsnull.sensors.rules;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.Kinds;
import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.rules.model.Condition;
import de.einsnull.sensors.rules.model.Operator;
import de.einsnull.sensors.rules.model.Rule;
import de.einsnull.sensors.rules.model.Selection;
import de.einsnull.sensors.testkit.FakeSensorDirectory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trees with sensors, and rules about them. */
public final class Samples {

    private static final Channel MOISTURE =
            Channel.number(Channels.SOIL_MOISTURE, "%", Channels.observedProperty(Channels.SOIL_MOISTURE));
    private static final Channel TEMPERATURE =
            Channel.number(Channels.SOIL_TEMPERATURE, "Cel", Channels.observedProperty(Channels.SOIL_TEMPERATURE));

    private final FakeSensorDirectory directory;

    public Samples(FakeSensorDirectory directory) {
        this.directory = directory;
    }

    /** A tree as it is after these moistures, one a minute from {@code from} on; its series has the id of the tree. */
    public void tree(long id, Instant from, double... moistures) {
        var observations = new ArrayList<Observation>();
        for (int i = 0; i < moistures.length; i++) {
            observations.add(observation(id, from.plus(Duration.ofMinutes(i)), moistures[i]));
        }
        directory.observe(observations.toArray(Observation[]::new));
        put(id, observations.isEmpty() ? Optional.empty() : Optional.of(observations.get(observations.size() - 1)));
    }

    public static Observation observation(long stream, Instant at, double value) {
        return new Observation(stream, at, at, 0, Value.of(value));
    }

    private void put(long id, Optional<Observation> last) {
        var streams = List.of(
                new Datastream(id, id, "moisture", MOISTURE, 1, 1, true, "", last),
                new Datastream(1_000 + id, id, "temperature", TEMPERATURE, 1, 2, true, "", Optional.empty()));
        directory.put(
                new Thing(id, "Linde " + id, "", Kinds.SOIL, "Park", Optional.empty(), 0, false, Map.of(), streams));
    }

    public static Condition below(double limit, double hysteresis) {
        return new Condition(Channels.SOIL_MOISTURE, Operator.BELOW, limit, hysteresis, "", Duration.ZERO, 0);
    }

    public static Condition silent(int minutes) {
        return new Condition(Channels.SOIL_MOISTURE, Operator.SILENT, 0, 0, "", Duration.ofMinutes(minutes), 0);
    }

    public static Condition warmer(double limit) {
        return new Condition(Channels.SOIL_TEMPERATURE, Operator.ABOVE, limit, 0, "", Duration.ZERO, 0);
    }

    public static Rule rule(int minutes, boolean all, Condition... conditions) {
        return new Rule(
                0,
                "Baum zu trocken",
                new Selection(Kinds.SOIL, "", 0),
                all,
                Arrays.asList(conditions),
                Duration.ofMinutes(minutes),
                "Bauhof",
                "",
                Optional.empty());
    }

    public static Rule mailing(String addresses) {
        var rule = rule(0, true, below(10, 0));
        return new Rule(
                0,
                rule.name(),
                rule.selection(),
                true,
                rule.conditions(),
                rule.duration(),
                "",
                addresses,
                Optional.empty());
    }
}
