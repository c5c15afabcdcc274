package de.einsnull.health.api;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** The meters that modules have made, as they stand now. Thread-safe. */
@ProviderType
public interface ModuleMeters {

    /**
     * The meters of one bundle.
     *
     * @param module symbolic name of the bundle
     * @return values by name with labels as at {@code /metrics}, of timers only number and sum; empty if it has none
     */
    Map<String, Double> of(String module);
}
