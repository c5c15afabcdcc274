package de.einsnull.sensors.trees;

import java.time.Instant;

/**
 * A tree or bed of the work list.
 *
 * @param id id of the thing
 * @param name its name
 * @param group district or street, may be empty
 * @param need what it needs
 * @param moisture percent of the soil's volume; NaN without a value
 * @param observedAt when it was measured (UTC), null without a value
 * @param drySince since when it is too dry (UTC), null if it is not
 * @param perDay percentage points a day; NaN if nobody can say
 * @param daysUntilDry days until it is too dry; NaN if nobody can say
 * @param demo whether it is made up
 * @param asked whether somebody was asked to water it
 */
public record Tree(
        long id,
        String name,
        String group,
        Need need,
        double moisture,
        Instant observedAt,
        Instant drySince,
        double perDay,
        double daysUntilDry,
        boolean demo,
        boolean asked) {

    /** What a tree needs, the most urgent first. */
    public enum Need {
        /** Water, now. */
        NOW,
        /** Water within the days that the setting says. */
        SOON,
        /** Somebody who looks at the sensor: nothing came for a day. */
        LOOK,
        /** Nothing. */
        NOTHING
    }

    /** The same tree, with somebody asked or not. */
    Tree asked(boolean isAsked) {
        return new Tree(id, name, group, need, moisture, observedAt, drySince, perDay, daysUntilDry, demo, isAsked);
    }

    /** Whether the forecast says something. */
    public boolean hasForecast() {
        return !Double.isNaN(daysUntilDry);
    }

    /** Whether the change a day is known. */
    public boolean hasSlope() {
        return !Double.isNaN(perDay);
    }
}
