package de.einsnull.sensors.admin;

import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.StreamLedger;
import java.util.List;
import java.util.Map;

/**
 * What became of the readings of a channel, as the template sees it.
 *
 * @param channel its id
 * @param received everything that came
 * @param stored what was stored
 * @param duplicates what had been stored before
 * @param refused what was not stored
 */
public record StreamView(String channel, long received, long stored, long duplicates, List<Refused> refused) {

    /**
     * Readings that were not stored.
     *
     * @param outcome why
     * @param count how many
     */
    public record Refused(String outcome, long count) {}

    private static StreamView of(StreamLedger.Line line) {
        return new StreamView(
                line.channel(),
                line.received(),
                line.stored(),
                line.duplicates(),
                line.refused().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(e -> new Refused(e.getKey(), e.getValue()))
                        .toList());
    }

    /** All channels of a device; none while the database is away, which the page says anyway. */
    static List<StreamView> all(StreamLedger ledger, long device) {
        try {
            return ledger.of(device).stream().map(StreamView::of).toList();
        } catch (SensorDataException e) {
            return List.of();
        }
    }
}
