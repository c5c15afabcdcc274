package de.einsnull.sensors.rules.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A rule that fired for a thing.
 *
 * @param id identifies it
 * @param rule id of the rule
 * @param ruleName its name when it fired
 * @param thing id of the thing
 * @param thingName its name when it fired
 * @param openedAt since when the rule's conditions and duration were met (UTC)
 * @param closedAt when they ended (UTC), empty while they hold
 * @param acknowledgedAt when somebody took note (UTC), empty before
 * @param acknowledgedBy account id of who took note, empty before
 * @param readings values at the opening
 */
public record Alert(
        long id,
        long rule,
        String ruleName,
        long thing,
        String thingName,
        Instant openedAt,
        Optional<Instant> closedAt,
        Optional<Instant> acknowledgedAt,
        String acknowledgedBy,
        List<ReadingText> readings) {

    /** Copies the readings. */
    public Alert {
        readings = List.copyOf(readings);
    }
}
