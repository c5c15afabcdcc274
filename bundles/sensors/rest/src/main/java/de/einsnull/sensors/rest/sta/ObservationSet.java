package de.einsnull.sensors.rest.sta;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.ObservationQuery;
import de.einsnull.sensors.api.SensorDirectory;
import de.einsnull.sensors.api.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Observations of one datastream, read from the database page by page; the newest first unless asked otherwise. The id is
 * made of what identifies an observation: datastream, phenomenon time in microseconds, sequence.
 */
final class ObservationSet implements EntitySet {

    private static final long MICROS = 1_000_000;

    private final SensorDirectory directory;
    private final Datastream datastream;
    private final Supplier<Entity> entityOfDatastream;
    private final Map<String, Supplier<Entity>> feature;

    ObservationSet(
            SensorDirectory directory,
            Datastream datastream,
            Supplier<Entity> entityOfDatastream,
            Map<String, Supplier<Entity>> feature) {
        this.directory = directory;
        this.datastream = datastream;
        this.entityOfDatastream = entityOfDatastream;
        this.feature = feature;
    }

    @Override
    public Slice slice(Options options) {
        var by = options.orderBy().orElse("");
        if (!List.of("", "phenomenonTime", "id", "@iot.id").contains(by)) {
            throw StaProblems.badOption("$orderby", "phenomenonTime asc or phenomenonTime desc");
        }
        boolean ascending = !by.isEmpty() && !options.descending();
        if (options.top() == 0) {
            return new Slice(
                    List.of(), options.count() ? page(1, 0, ascending, true).total() : -1, true);
        }
        var page = page(options.top() + 1, options.skip(), ascending, options.count());
        var items = page.items().stream().limit(options.top()).map(this::entity).toList();
        return new Slice(items, page.total(), page.items().size() > options.top());
    }

    private de.einsnull.sensors.api.Page<Observation> page(int limit, int skip, boolean ascending, boolean count) {
        return directory.observations(
                datastream.id(),
                new ObservationQuery(
                        ObservationQuery.EARLIEST, ObservationQuery.LATEST, ascending, skip, limit, count));
    }

    @Override
    public Entity pick(String key) {
        try {
            var parts = key.split("-");
            var at = Instant.EPOCH.plus(Long.parseLong(parts[1]), ChronoUnit.MICROS);
            long sequence = Long.parseLong(parts[2]);
            var query = new ObservationQuery(at, at.plus(1, ChronoUnit.MICROS), true, 0, 100, false);
            return directory.observations(datastream.id(), query).items().stream()
                    .filter(o -> o.sequence() == sequence && key.equals(id(o)))
                    .findFirst()
                    .map(this::entity)
                    .orElseThrow(() -> StaProblems.notFound("Observations('" + key + "')"));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException | DateTimeException | ArithmeticException e) {
            throw StaProblems.notFound("Observations('" + key + "')");
        }
    }

    /** Id of the datastream that an observation's id begins with. */
    static String datastreamOf(String key) {
        return key.split("-", 2)[0];
    }

    private static String id(Observation o) {
        long micros = o.phenomenonTime().getEpochSecond() * MICROS
                + o.phenomenonTime().getNano() / 1_000;
        return o.datastream() + "-" + micros + "-" + o.sequence();
    }

    private Entity entity(Observation o) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("phenomenonTime", o.phenomenonTime().toString());
        node.put("resultTime", o.resultTime().toString());
        if (o.value() instanceof Value.Quantity q) {
            node.put("result", q.number());
        } else if (o.value() instanceof Value.Flag f) {
            node.put("result", f.on());
        } else if (o.value() instanceof Value.Text t) {
            node.put("result", t.text());
        }
        var one = new LinkedHashMap<String, Supplier<Entity>>();
        one.put("Datastream", entityOfDatastream);
        one.putAll(feature);
        return new Entity("Observations", id(o), node, one, Map.of());
    }
}
