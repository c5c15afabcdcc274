package de.einsnull.sensors.core.store;

import de.einsnull.sensors.api.Observation;
import java.time.Instant;
import java.util.Comparator;

/**
 * An observation as a row.
 *
 * @param id its id
 * @param datastream id of the datastream
 * @param time begin of its phenomenon time
 * @param result result time, null if not stated
 * @param num the result if it is a number, otherwise null
 * @param seq counter of the device, null if no device counted
 * @param txt the result if it is no number, see {@link Results}
 * @param more what few observations have, null if it has nothing of that
 */
public record Row(
        long id, long datastream, Instant time, Instant result, Double num, Integer seq, String txt, MoreRow more) {

    /** The columns of the table, in the order of the components. */
    public static final String COLUMNS = "id, datastream_id, phenomenon_time, result_time, num, seq, txt, more";

    /** The newer of two rows of a datastream comes last. */
    static final Comparator<Row> BY_AGE =
            Comparator.comparing(Row::time).thenComparingInt(Row::sequence).thenComparingLong(Row::id);

    static Row of(long id, Observation o) {
        return new Row(
                id,
                o.datastream(),
                o.phenomenonTime(),
                o.resultTime(),
                Results.number(o.value()),
                folded(o.sequence()),
                Results.text(o.value()),
                null);
    }

    /** Counters that need more than 31 bits lose the others; they only tell apart what is of the same microsecond. */
    static int folded(long sequence) {
        return sequence == (int) sequence ? (int) sequence : (int) (sequence & Integer.MAX_VALUE);
    }

    int sequence() {
        return seq == null ? 0 : seq;
    }

    /** End of its phenomenon time, which is the begin for an instant. */
    Instant end() {
        return more == null || more.end() == null ? time : more.end();
    }

    Boolean hasMore() {
        return more == null ? null : Boolean.TRUE;
    }
}
