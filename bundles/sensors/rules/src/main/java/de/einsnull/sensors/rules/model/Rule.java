package de.einsnull.sensors.rules.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A rule as a clerk wrote it.
 *
 * @param id identifies it, 0 before it is stored
 * @param name what people call it
 * @param selection things it is about; each is watched on its own
 * @param all whether all conditions must hold, otherwise one is enough
 * @param conditions one to {@value #MAX_CONDITIONS}
 * @param duration how long they must hold before the rule fires
 * @param team who gets a task, empty for nobody
 * @param mail addresses that get an e-mail, separated by commas, empty for nobody
 * @param activeSince since when it watches (UTC), empty while it does not
 */
public record Rule(
        long id,
        String name,
        Selection selection,
        boolean all,
        List<Condition> conditions,
        Duration duration,
        String team,
        String mail,
        Optional<Instant> activeSince) {

    /** Most conditions of a rule. */
    public static final int MAX_CONDITIONS = 3;

    /** Copies the conditions. */
    public Rule {
        conditions = List.copyOf(conditions);
    }

    /** The same rule under an id. */
    public Rule withId(long number) {
        return new Rule(number, name, selection, all, conditions, duration, team, mail, activeSince);
    }
}
