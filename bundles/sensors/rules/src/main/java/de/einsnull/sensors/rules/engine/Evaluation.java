package de.einsnull.sensors.rules.engine;

import de.einsnull.sensors.api.Page;
import de.einsnull.sensors.api.SensorDirectory;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.api.ThingQuery;
import de.einsnull.sensors.api.WorkList;
import de.einsnull.sensors.rules.evaluate.Machine;
import de.einsnull.sensors.rules.evaluate.Transition;
import de.einsnull.sensors.rules.model.ReadingText;
import de.einsnull.sensors.rules.model.Rule;
import de.einsnull.sensors.rules.store.AlertStore;
import de.einsnull.sensors.rules.store.Database;
import de.einsnull.sensors.rules.store.RuleStore;
import de.einsnull.sensors.rules.store.StateStore;
import de.einsnull.sensors.rules.store.StateStore.Key;
import de.einsnull.sensors.rules.store.TaskStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Brings all active rules up to date with what was stored. New values are read from the database, from where each rule's
 * kept state left off; states, alerts, tasks and events are one transaction. So a value is neither missed nor counted twice,
 * whatever is killed when; and while one node evaluates, the others wait. Thread-safe.
 */
@Component(service = Evaluation.class)
public final class Evaluation {

    private final SensorDirectory directory;
    private final Database database;
    private final RuleStore rules;
    private final StateStore states;
    private final AlertStore alerts;
    private final TaskStore tasks;

    /**
     * Takes what it needs.
     *
     * @param directory things and values
     * @param database schema of this module
     * @param rules the rules
     * @param states where rules left off
     * @param alerts takes what is opened
     * @param tasks takes tasks for teams
     */
    @Activate
    public Evaluation(
            @Reference SensorDirectory directory,
            @Reference Database database,
            @Reference RuleStore rules,
            @Reference StateStore states,
            @Reference AlertStore alerts,
            @Reference TaskStore tasks) {
        this.directory = directory;
        this.database = database;
        this.rules = rules;
        this.states = states;
        this.alerts = alerts;
        this.tasks = tasks;
    }

    /**
     * Evaluates all active rules up to now.
     *
     * @return how many alerts were opened or closed
     * @throws SQLException if the database of the rules is away
     */
    public int run(Instant now) throws SQLException {
        return database.inTransaction(c -> {
            states.lock(c);
            var active = rules.active(c);
            var kept = active.isEmpty() ? Map.<Key, String>of() : states.all(c);
            int changes = 0;
            var gone = new HashSet<>(kept.keySet());
            for (var rule : active) {
                for (var thing : things(rule)) {
                    var key = new Key(rule.id(), thing.id());
                    gone.remove(key);
                    changes += evaluate(c, rule, thing, kept.get(key), now);
                }
            }
            for (var key : gone) {
                alerts.close(c, key.rule(), key.thing(), now);
                states.remove(c, key);
            }
            return changes;
        });
    }

    /** Things that a rule is about; without a kind or a thing only those that deliver what it asks for. */
    List<Thing> things(Rule rule) {
        var selection = rule.selection();
        if (selection.thing() != 0) {
            return directory.thing(selection.thing()).stream().toList();
        }
        var kinds = selection.kind().isEmpty() ? Set.<String>of() : Set.of(selection.kind());
        var group = Optional.of(selection.group()).filter(name -> !name.isEmpty());
        return directory.things(new ThingQuery(kinds, group, "", false, 0, Page.MAX)).items().stream()
                .filter(thing -> delivers(rule, thing))
                .toList();
    }

    private static boolean delivers(Rule rule, Thing thing) {
        var own = rule.conditions().stream().filter(one -> one.thing() == 0).toList();
        return own.stream().anyMatch(one -> thing.datastream(one.channel()).isPresent());
    }

    private int evaluate(Connection c, Rule rule, Thing thing, String kept, Instant now) throws SQLException {
        var begun = rule.activeSince().orElse(now);
        var machine = kept == null ? Machine.fresh(rule, begun) : Machine.of(rule, begun, kept);
        var series = Series.of(rule, thing, directory);
        var transitions = new ArrayList<Transition>();
        for (var sample : series.since(machine, begun)) {
            transitions.addAll(machine.take(sample.condition(), sample.at(), sample.value()));
        }
        transitions.addAll(machine.advance(now));
        for (var transition : transitions) {
            apply(c, rule, thing, series, transition);
        }
        String state = machine.kept();
        if (!state.equals(kept)) {
            states.put(c, new Key(rule.id(), thing.id()), state);
        }
        return transitions.size();
    }

    private void apply(Connection c, Rule rule, Thing thing, Series series, Transition transition) throws SQLException {
        if (!transition.opened()) {
            alerts.close(c, rule.id(), thing.id(), transition.at());
            return;
        }
        var readings = series.readings(transition.values());
        long id = alerts.open(c, rule, thing.id(), thing.name(), transition.at(), readings);
        if (!rule.team().isEmpty()) {
            tasks.add(c, task(rule, thing, id, readings));
        }
    }

    private static WorkList.Entry task(Rule rule, Thing thing, long alert, List<ReadingText> readings) {
        String title = rule.name() + ": " + thing.name();
        var values = new StringBuilder();
        readings.stream().filter(one -> !one.value().isEmpty()).forEach(one -> values.append(
                        values.isEmpty() ? "" : "; ")
                .append(one.channel().replace('_', ' '))
                .append(' ')
                .append(one.value())
                .append(' ')
                .append(one.unit()));
        return new WorkList.Entry(
                "rule/" + rule.id() + "/" + thing.id(),
                rule.team(),
                title.substring(0, Math.min(WorkList.MAX_TITLE_CHARS, title.length())),
                values.toString().strip(),
                "arbeitsplatz/meldungen/" + alert);
    }
}
