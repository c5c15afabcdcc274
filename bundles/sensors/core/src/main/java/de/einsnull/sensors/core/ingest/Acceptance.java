package de.einsnull.sensors.core.ingest;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.driver.Reading;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a reading must be like to be stored. */
public final class Acceptance {

    /** Clocks of devices may be ahead by this much. */
    static final Duration MOST_AHEAD = Duration.ofDays(1);

    /** Nothing was observed digitally by a city before; a device without a clock says 1970. */
    static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final Clock clock;

    public Acceptance(Clock clock) {
        this.clock = clock;
    }

    /** Why the reading cannot be stored in the channel, empty if it can. */
    public Optional<Refusal> check(Reading reading, Channel channel) {
        if (reading.value().type() != channel.type() || !reading.unit().equals(channel.unit())) {
            return refuse(
                    Outcomes.WRONG_TYPE,
                    reading,
                    "is " + reading.value().type() + " in '" + reading.unit() + "', expected " + channel.type()
                            + " in '" + channel.unit() + "'");
        }
        if (reading.value() instanceof Value.Quantity q && !Double.isFinite(q.number())) {
            return refuse(Outcomes.NOT_FINITE, reading, "is " + q.number());
        }
        if (reading.value() instanceof Value.Text t && t.text().length() > Value.MAX_TEXT_CHARS) {
            return refuse(Outcomes.OVERSIZED, reading, "has " + t.text().length() + " characters");
        }
        if (reading.at().isAfter(clock.instant().plus(MOST_AHEAD))) {
            return refuse(Outcomes.FUTURE_TIME, reading, "is of " + reading.at());
        }
        return reading.at().isBefore(EARLIEST)
                ? refuse(Outcomes.PAST_TIME, reading, "is of " + reading.at())
                : Optional.empty();
    }

    private static Optional<Refusal> refuse(String outcome, Reading reading, String what) {
        return Optional.of(new Refusal(outcome, "channel '" + reading.channel() + "' " + what));
    }
}
