package de.einsnull.sensors.api;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How long observations are kept, by observed property and with the legal reason, and the record of what was removed. A job
 * removes at night what is older. Safe for use by several threads.
 */
@ProviderType
public interface Retention {

    /** Most days of a rule: a hundred years. */
    int MOST_DAYS = 36_525;

    /** Longest reason, in characters. */
    int LONGEST_REASON = 2_000;

    /**
     * How long what is observed of one property is kept. Days are whole days of the city's clock before today.
     *
     * @param observedProperty id of the observed property
     * @param name name of the property
     * @param definition URI that says what is observed
     * @param rawDays days for which single observations are kept, 0 without an end
     * @param rollupDays days for which what was put together of them is kept, 0 without an end
     * @param reason the legal reason, in the words of the city
     */
    record Rule(long observedProperty, String name, String definition, int rawDays, int rollupDays, String reason) {}

    /** What was removed. */
    enum What {
        /** Single observations. */
        OBSERVATIONS,
        /** What was put together of them. */
        ROLLUPS
    }

    /**
     * One removal.
     *
     * @param id grows by one from each to the next
     * @param property name of the observed property
     * @param definition its URI
     * @param what what was removed
     * @param before what was older than this was removed
     * @param count how many
     * @param at when
     * @param reason the reason of the rule at that time
     * @param digest SHA-256 of this row and the digest before, in hexadecimal digits
     */
    record Removal(
            long id,
            String property,
            String definition,
            What what,
            Instant before,
            long count,
            Instant at,
            String reason,
            String digest) {}

    /**
     * Lists the rules of all observed properties, by name; those without a limit have 0 days.
     *
     * @return one for each
     * @throws SensorDataException if the database cannot be asked
     */
    List<Rule> rules();

    /**
     * Changes a rule; what it makes too old is removed at night.
     *
     * @param observedProperty id of the observed property
     * @param rawDays 0 to {@value #MOST_DAYS}
     * @param rollupDays 0 or at least {@code rawDays}
     * @param reason must be there if something is limited
     * @return false if there is no such property
     * @throws IllegalArgumentException if the values do not fit together
     * @throws SensorDataException if the database cannot be asked
     */
    boolean set(long observedProperty, int rawDays, int rollupDays, String reason);

    /**
     * Lists what was removed, the latest first.
     *
     * @param limit how many at most, 1 to 1,000
     * @return the removals
     * @throws SensorDataException if the database cannot be asked
     */
    List<Removal> removals(int limit);

    /**
     * Looks through the whole record.
     *
     * @return whether nothing was changed in it or taken from it but from its end
     * @throws SensorDataException if the database cannot be asked
     */
    boolean isIntact();
}
