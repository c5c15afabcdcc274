package de.einsnull.sensors.sensorthings.store;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears what was committed on this node: what was written through the store, and observations that drivers brought.
 * Register it as an OSGi service.
 */
@ConsumerType
@FunctionalInterface
public interface EntityListener {

    /**
     * Called after a commit, by the thread that wrote, from several threads at once: return at once and throw nothing.
     *
     * @param changes in the order in which things were done
     */
    void changed(List<EntityChange> changes);
}
