package de.einsnull.sensors.api;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The driver instances of this node and what they did. Safe for use by several threads. */
@ProviderType
public interface DriverInstances {

    /**
     * Lists the instances by name.
     *
     * @return instances that are there now
     */
    List<Status> instances();

    /**
     * Closes and opens an instance, also one in quarantine. One that hangs in a call and has a configuration is replaced by
     * a new object with a new lane; the old thread is left behind and reported. Returns at once.
     *
     * @param instance name
     * @return false if there is none
     */
    boolean restart(String instance);

    /**
     * The ledger: what happened to everything that came in, by instance and cause.
     *
     * @return rows by instance and cause
     * @throws SensorDataException if the database cannot be asked
     */
    List<LedgerRow> ledger();

    /**
     * State of an instance.
     *
     * @param instance name
     * @param driver what kind of driver it is
     * @param state where it is in its life
     * @param cause why it is not online, {@code NONE} otherwise
     * @param detail what exactly, in English; may be empty
     * @param since when it entered the state (UTC)
     * @param backlog messages that wait for it; -1 if it does not listen or the broker is away
     */
    record Status(
            String instance,
            String driver,
            DriverState state,
            DriverCause cause,
            String detail,
            Instant since,
            long backlog) {}

    /**
     * What happened how often.
     *
     * @param instance driver instance
     * @param outcome {@code stored}, {@code duplicate} or a cause of refusal; see {@link Outcomes}
     * @param count how often
     * @param last when it last happened (UTC)
     */
    record LedgerRow(String instance, String outcome, long count, Instant last) {}
}
