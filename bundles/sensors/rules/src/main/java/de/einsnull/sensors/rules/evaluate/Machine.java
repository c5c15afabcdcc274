package de.einsnull.sensors.rules.evaluate;

import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.rules.model.Condition;
import de.einsnull.sensors.rules.model.Operator;
import de.einsnull.sensors.rules.model.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rule watching one thing. Only the times of the values and of {@link #advance} count, never the clock: so it says the
 * same on recorded days as it said live, and when values are read again after a crash. For one thread.
 */
public final class Machine {

    private final Rule rule;
    private final Instant begun;
    private final Slot[] slots;
    private Instant since;
    private boolean firing;

    private Machine(Rule rule, Instant begun, Slot[] slots, Instant since, boolean firing) {
        this.rule = rule;
        this.begun = begun;
        this.slots = slots;
        this.since = since;
        this.firing = firing;
    }

    /**
     * A machine that knows nothing yet.
     *
     * @param rule the rule
     * @param begun since when silence counts where there never was a value
     */
    public static Machine fresh(Rule rule, Instant begun) {
        var slots = new Slot[rule.conditions().size()];
        Arrays.fill(slots, Slot.EMPTY);
        return new Machine(rule, begun, slots, null, false);
    }

    /** A machine as {@link #kept} says it was. */
    public static Machine of(Rule rule, Instant begun, String kept) {
        var state = Kept.read(kept);
        return state.slots().length == rule.conditions().size()
                ? new Machine(rule, begun, state.slots(), state.since(), state.firing())
                : fresh(rule, begun);
    }

    /** All that must survive, as text. */
    public String kept() {
        return Kept.write(slots, since, firing);
    }

    /** Whether the rule has fired and not ended. */
    public boolean firing() {
        return firing;
    }

    /** Time of the last value that a condition has seen. */
    public Optional<Instant> seen(int condition) {
        return Optional.ofNullable(slots[condition].at());
    }

    /**
     * Takes a value. One that is not newer than the last is passed over: it was seen before, or comes too late.
     *
     * @param condition number of the condition, from 0
     * @param at time of the value
     * @param value the value
     * @return what follows from it, in order
     */
    public List<Transition> take(int condition, Instant at, Value value) {
        var slot = slots[condition];
        if (slot.at() != null && !at.isAfter(slot.at())) {
            return List.of();
        }
        var found = new ArrayList<>(advance(at));
        boolean holds = rule.conditions().get(condition).holds(value, slot.holds());
        slots[condition] = new Slot(holds, at, Condition.words(value));
        refresh(at).ifPresent(found::add);
        return found;
    }

    /**
     * Lets time pass: silence and durations end.
     *
     * @param to until when, inclusive
     * @return what follows from it, in order
     */
    public List<Transition> advance(Instant to) {
        var found = new ArrayList<Transition>();
        for (var next = deadline(); next.isPresent() && !next.get().isAfter(to); next = deadline()) {
            for (int i = 0; i < slots.length; i++) {
                if (silence(i).filter(end -> !end.isAfter(to)).equals(next)) {
                    slots[i] = slots[i].silent();
                }
            }
            refresh(next.get()).ifPresent(found::add);
        }
        return found;
    }

    private Optional<Instant> deadline() {
        var silences = Stream.iterate(0, i -> i + 1).limit(slots.length).flatMap(i -> silence(i).stream());
        var duration = Optional.ofNullable(since).filter(s -> !firing).map(s -> s.plus(rule.duration()));
        return Stream.concat(silences, duration.stream()).min(Instant::compareTo);
    }

    private Optional<Instant> silence(int i) {
        var condition = rule.conditions().get(i);
        if (condition.operator() != Operator.SILENT || slots[i].holds()) {
            return Optional.empty();
        }
        return Optional.of((slots[i].at() == null ? begun : slots[i].at()).plus(condition.silence()));
    }

    private Optional<Transition> refresh(Instant at) {
        boolean holds = rule.all()
                ? Arrays.stream(slots).allMatch(Slot::holds)
                : Arrays.stream(slots).anyMatch(Slot::holds);
        if (!holds) {
            boolean ended = firing;
            since = null;
            firing = false;
            return ended ? Optional.of(transition(false, at)) : Optional.empty();
        }
        since = since == null ? at : since;
        if (firing || since.plus(rule.duration()).isAfter(at)) {
            return Optional.empty();
        }
        firing = true;
        return Optional.of(transition(true, at));
    }

    private Transition transition(boolean opened, Instant at) {
        return new Transition(opened, at, Arrays.stream(slots).map(Slot::value).toList());
    }
}
