package de.einsnull.sensors.api;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Is told about observations after they were stored, also those that another node stored. Register it as an OSGi service.
 * Meant for what is shown live: calls are lost on a crash. Who must not miss one reads {@link SensorDirectory}.
 */
@ConsumerType
@FunctionalInterface
public interface ObservationListener {

    /**
     * New last values. Called from one thread, one call after the other: return within milliseconds. A listener that
     * throws is told again next time.
     *
     * @param changes what changed, at most one entry for each datastream
     */
    void observed(List<Change> changes);

    /**
     * A new last value.
     *
     * @param thing id of the thing
     * @param kind kind of the thing
     * @param channel id of the channel
     * @param observation the value
     */
    record Change(long thing, String kind, String channel, Observation observation) {}
}
