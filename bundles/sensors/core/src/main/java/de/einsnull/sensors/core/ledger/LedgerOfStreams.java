package de.einsnull.sensors.core.ledger;

import de.einsnull.sensors.api.StreamLedger;
import de.einsnull.sensors.core.ingest.Tally;
import de.einsnull.sensors.core.registry.Entry;
import de.einsnull.sensors.core.registry.Registry;
import de.einsnull.sensors.core.store.SensorDatabase;
import de.einsnull.sensors.core.store.StreamRefusals;
import de.einsnull.sensors.core.store.StreamRefusals.Counts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts together what is counted of the channels of a device. */
@Component
public final class LedgerOfStreams implements StreamLedger {

    private final Registry registry;
    private final SensorDatabase database;
    private final Tally tally;

    @Activate
    public LedgerOfStreams(@Reference Registry registry, @Reference SensorDatabase database, @Reference Tally tally) {
        this.registry = registry;
        this.database = database;
        this.tally = tally;
    }

    @Override
    public List<Line> of(long device) {
        tally.flush();
        return registry.device(device)
                .map(d -> d.registration())
                .flatMap(r -> registry.catalogue().find(r.instance(), r.externalId()))
                .map(entry -> database.call("read the ledger of a device", c -> lines(c, entry)))
                .orElse(List.of());
    }

    private static List<Line> lines(Connection c, Entry entry) throws SQLException {
        var refused = StreamRefusals.of(
                c, entry.registration().instance(), entry.registration().externalId());
        var channels = new TreeSet<>(refused.keySet());
        channels.addAll(entry.streams().keySet());
        var lines = new ArrayList<Line>();
        for (String channel : channels) {
            var stream = entry.streams().get(channel);
            var counts = stream == null ? new Counts(0, 0) : StreamRefusals.stored(c, stream.id());
            var line = new Line(channel, counts.stored(), counts.duplicates(), refused.getOrDefault(channel, Map.of()));
            if (line.received() > 0) {
                lines.add(line);
            }
        }
        return lines;
    }
}
