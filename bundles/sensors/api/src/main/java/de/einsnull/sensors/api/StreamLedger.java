package de.einsnull.sensors.api;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What became of the readings of a device, by channel. What was stored or came twice is counted in the transaction that stores
 * it, so it is exact after a crash as well; what was refused is counted every few seconds, and a crash forgets the last ones
 * (their messages are among those put aside). Messages that led to no reading stand in the ledger of the driver instance,
 * see {@link DriverInstances#ledger()}. Safe for use by several threads.
 */
@ProviderType
public interface StreamLedger {

    /**
     * One channel.
     *
     * @param channel its id
     * @param stored readings that were stored, also if they were removed later
     * @param duplicates readings that had been stored before
     * @param refused readings that were not stored, by code of {@link Outcomes}
     */
    record Line(String channel, long stored, long duplicates, Map<String, Long> refused) {

        /**
         * Everything that came.
         *
         * @return the sum of all others
         */
        public long received() {
            return stored
                    + duplicates
                    + refused.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * Lists the channels of a device that something came for, by id.
     *
     * @param device id of the device; an unknown one has none
     * @return the lines
     * @throws SensorDataException if the database cannot be asked
     */
    List<Line> of(long device);
}
