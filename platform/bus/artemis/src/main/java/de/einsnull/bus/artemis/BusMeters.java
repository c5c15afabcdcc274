package de.einsnull.bus.artemis;

/** What happens on the bus, for the metrics. Thread-safe, quick, never throwing. */
public interface BusMeters {

    /** Counts nothing. */
    BusMeters NONE = new BusMeters() {};

    /**
     * A message was handed to the broker.
     *
     * @param stored whether the broker took it
     */
    default void published(boolean stored) {}

    /**
     * A group handled messages.
     *
     * @param group group
     * @param messages how many
     */
    default void handled(String group, int messages) {}

    /**
     * A group failed to handle a batch.
     *
     * @param group group
     */
    default void failed(String group) {}

    /**
     * A group put messages aside.
     *
     * @param group group
     * @param messages how many
     */
    default void putAside(String group, int messages) {}
}
