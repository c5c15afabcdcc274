package de.einsnull.sensors.core.host;

import de.einsnull.sensors.api.driver.Limits;
import java.time.Duration;

/**
 * How long the host waits for a driver.
 *
 * @param open for {@code open}
 * @param close for {@code close}
 * @param poll for {@code poll}
 * @param receive for {@code receive} of one message
 * @param command for {@code execute}
 * @param scan for {@code scan}
 * @param grace for a call to return after it was interrupted
 * @param firstPause before an instance that failed is opened again; doubles with each failure
 * @param longestPause longest such pause
 * @param starting for the instances that are there when the platform starts to be opened
 */
record Times(
        Duration open,
        Duration close,
        Duration poll,
        Duration receive,
        Duration command,
        Duration scan,
        Duration grace,
        Duration firstPause,
        Duration longestPause,
        Duration starting) {

    static final Times USUAL = new Times(
            Duration.ofSeconds(Limits.OPEN_SECONDS),
            Duration.ofSeconds(Limits.CLOSE_SECONDS),
            Duration.ofSeconds(Limits.POLL_SECONDS),
            Duration.ofSeconds(Limits.RECEIVE_SECONDS),
            Duration.ofSeconds(Limits.COMMAND_SECONDS),
            Duration.ofSeconds(Limits.SCAN_SECONDS),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofMinutes(5),
            Duration.ofSeconds(30));

    /** Pause after so many failures in a row. */
    Duration pause(int failures) {
        var pause = firstPause.multipliedBy(1L << Math.min(failures, 20));
        return pause.compareTo(longestPause) > 0 ? longestPause : pause;
    }
}
