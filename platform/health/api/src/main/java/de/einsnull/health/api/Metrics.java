package de.einsnull.health.api;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes meters that appear at {@code /metrics}. Take it as a service: meters made through a bundle's own service object
 * carry the label {@code module} and vanish when the bundle stops. Thread-safe.
 *
 * <p>Names are lower-case words with dots ({@code sensors.observations.stored}); labels come in pairs of name and value
 * and must be bounded in number (a sensor id is not a label). Asking twice for the same meter gives the same one.
 */
@ProviderType
public interface Metrics {

    /**
     * A number that only grows.
     *
     * @param name name of the meter
     * @param help one English sentence
     * @param labels pairs of label name and value
     * @return the counter
     */
    Counter counter(String name, String help, String... labels);

    /**
     * A number that is asked for when metrics are read.
     *
     * @param name name of the meter
     * @param help one English sentence
     * @param value gives the number, quickly and without throwing
     * @param labels pairs of label name and value
     */
    void gauge(String name, String help, DoubleSupplier value, String... labels);

    /**
     * How often something happened and how long it took, with a histogram.
     *
     * @param name name of the meter
     * @param help one English sentence
     * @param labels pairs of label name and value
     * @return the timer
     */
    Timer timer(String name, String help, String... labels);

    /** A number that only grows. */
    @ProviderType
    interface Counter {
        /**
         * Adds to it.
         *
         * @param amount zero or more
         */
        void add(double amount);

        /** Adds one. */
        default void increment() {
            add(1);
        }
    }

    /** Records durations. */
    @ProviderType
    interface Timer {
        /**
         * Records one duration.
         *
         * @param duration zero or more
         */
        void record(Duration duration);
    }
}
