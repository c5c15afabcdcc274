package de.einsnull.sensors.api;

import java.time.Duration;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tries settings of a driver before they are applied: a second instance with the proposed settings is opened, asked once if
 * it is one that is asked, and closed again. Nothing is stored and nothing is received. Safe for use by several threads.
 */
@ProviderType
public interface ConnectionTest {

    /**
     * Whether settings of this kind can be tried.
     *
     * @param factoryPid factory PID of the settings
     * @return true if they are those of a driver that is installed
     */
    boolean supports(String factoryPid);

    /**
     * Tries settings. Blocks until the driver has answered, at most {@value #MOST_SECONDS} seconds. At most two tests run
     * at once; a third one waits for its turn within that time.
     *
     * @param factoryPid factory PID of the settings
     * @param properties proposed settings; references to secrets ({@code $[secret:name]}) are resolved
     * @return what happened
     * @throws IllegalArgumentException if settings of this kind cannot be tried
     */
    Result test(String factoryPid, Map<String, Object> properties);

    /** Longest time of a test, seconds. */
    int MOST_SECONDS = 25;

    /**
     * How a test went.
     *
     * @param works whether the driver could be opened and asked
     * @param cause what kind of trouble it is, {@code NONE} if it works
     * @param detail what exactly, in English and without secrets; may be empty
     * @param readings how many readings came when it was asked; -1 if it was not asked because it only listens
     * @param took how long it took
     */
    record Result(boolean works, DriverCause cause, String detail, int readings, Duration took) {}
}
