package de.einsnull.sensors.api.driver;

import java.time.Duration;

/** What became of a {@link Report}. */
public sealed interface Emit permits Emit.Accepted, Emit.SlowDown, Emit.Rejected {

    /** Taken; will be stored once. */
    record Accepted() implements Emit {}

    /**
     * Not taken, because the platform cannot keep up or the broker is away. Emit it again after a pause.
     *
     * @param pause how long to wait
     */
    record SlowDown(Duration pause) implements Emit {}

    /**
     * At least one reading is not acceptable and never will be. The others of the report were taken. Within
     * {@link Listening#receive} the host also keeps the message for the operator; the driver just goes on.
     *
     * @param outcome code of the first refusal; see {@code Outcomes}
     * @param detail what is wrong, in English
     */
    record Rejected(String outcome, String detail) implements Emit {}
}
