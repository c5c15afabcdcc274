package de.einsnull.sensors.api;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Numbers put together by quarter of an hour, hour and day, for charts and reports over long times. They follow the
 * observations within a minute or so, late, corrected and deleted ones included, and may be kept longer than these. What is
 * not over yet is not in them. Safe for use by several threads.
 *
 * <p>Answers for every datastream, whoever asks: a caller that answers the public shows only those that are
 * {@link Datastream#open()}.
 */
@ProviderType
public interface Rollups {

    /** Most of them in one answer. */
    int MOST = 10_000;

    /**
     * Lists them by time.
     *
     * @param datastream its id; one without numbers has none
     * @param span how long each is
     * @param from earliest begin, inclusive
     * @param to latest begin, exclusive
     * @param limit how many at most, 1 to {@value #MOST}
     * @return those with at least one number
     * @throws SensorDataException if the database cannot be asked
     */
    List<Rollup> list(long datastream, Rollup.Span span, Instant from, Instant to, int limit);
}
