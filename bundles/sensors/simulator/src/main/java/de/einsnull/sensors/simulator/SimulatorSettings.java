package de.einsnull.sensors.simulator;

import java.time.Duration;

/**
 * Checked settings.
 *
 * @param speed how fast the city's day goes by, 1 is real time
 * @param history how much history is filled in
 * @param backfillHours hours of history sent in a second
 * @param startAfter how long the demo waits before it begins
 */
record SimulatorSettings(double speed, Duration history, int backfillHours, Duration startAfter) {

    /** Values out of range become the nearest that is allowed. */
    static SimulatorSettings of(SimulatorConfig config) {
        double speed = Double.isFinite(config.speed()) ? config.speed() : 1;
        return new SimulatorSettings(
                Math.max(0.1, Math.min(500, speed)),
                Duration.ofDays(within(config.backfillDays(), 0, 30)),
                within(config.backfillHoursPerSecond(), 1, 48),
                Duration.ofSeconds(within(config.startAfterSeconds(), 0, 600)));
    }

    private static int within(int value, int low, int high) {
        return Math.max(low, Math.min(high, value));
    }
}
