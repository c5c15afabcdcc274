package de.einsnull.sensors.simulator.device;

import java.time.Instant;

/**
 * A point in time in which a device speaks.
 *
 * @param city what the clock of the demo city shows; the readings follow it
 * @param stamp what the calendar shows; it goes into the message. The same as {@code city} at normal speed
 */
public record Moment(Instant city, Instant stamp) {

    /**
     * Counter of the message, the same whenever the moment is played again, so that nothing is stored twice.
     *
     * @return minutes since the beginning of 2020
     */
    public long counter() {
        return (stamp.getEpochSecond() - 1_577_836_800L) / 60;
    }
}
