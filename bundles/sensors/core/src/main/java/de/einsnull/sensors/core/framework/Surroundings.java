package de.einsnull.sensors.core.framework;

import java.io.IOException;
import java.util.Map;
import org.apache.felix.hc.api.HealthCheck;

/** What can be done with the framework around the core. Thread-safe. */
public interface Surroundings {

    /** Service property of a driver that is only tried; its value names the test. */
    String SCRATCH = "sensors.scratch";

    /** Settings that are only tried. */
    interface Proposal extends AutoCloseable {

        /** Why no driver has come of them yet. */
        String trouble();

        /** Whether no driver will come of them. */
        boolean hasFailed();

        /** Takes them away, and the driver with them. */
        @Override
        void close();
    }

    /**
     * Whether settings of this factory PID make a driver.
     *
     * @param factoryPid factory PID
     * @return true if a component of a driver takes them
     */
    boolean isDriver(String factoryPid);

    /**
     * Makes a driver of settings for a while.
     *
     * @param factoryPid factory PID
     * @param properties the settings, with {@link #SCRATCH}
     * @return takes them away again
     * @throws IOException if they cannot be stored
     */
    Proposal propose(String factoryPid, Map<String, Object> properties) throws IOException;

    /**
     * Lets a component be made afresh from its unchanged configuration.
     *
     * @param pid PID of the configuration
     * @return false if there is none
     */
    boolean renew(String pid);

    /**
     * Registers a health check in the name of a bundle.
     *
     * @param bundle id of the bundle
     * @param name name of the check
     * @param check the check
     * @return takes it away again
     */
    Runnable check(long bundle, String name, HealthCheck check);
}
