package de.einsnull.sensors.core.ingest;

import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.core.registry.Entry;
import de.einsnull.sensors.core.registry.Registry;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes observations of a report, or says why not. */
final class Resolver {

    private final Registry registry;
    private final Acceptance acceptance;

    Resolver(Registry registry, Acceptance acceptance) {
        this.registry = registry;
        this.acceptance = acceptance;
    }

    /**
     * What became of a report: good readings are stored even if others are refused.
     *
     * @param observations what can be stored
     * @param refusal the first reason why something cannot
     * @param refused single readings that cannot
     */
    record Resolved(List<Observation> observations, Optional<Refusal> refusal, List<Refused> refused) {}

    /** A reading of a registered device that is not stored. */
    record Refused(String device, String channel, String outcome) {}

    Resolved resolve(String instance, byte[] payload, Instant queuedAt) {
        try {
            var report = Wire.read(payload);
            return registry.catalogue()
                    .find(instance, report.device())
                    .map(entry -> observations(entry, report, queuedAt))
                    .orElseGet(() ->
                            refused(Outcomes.UNKNOWN_DEVICE, "device '" + report.device() + "' is not registered"));
        } catch (IOException e) {
            return refused(Outcomes.MALFORMED, "not a report: " + e.getMessage());
        }
    }

    private Resolved observations(Entry entry, Wire.Parsed report, Instant queuedAt) {
        var stored = new ArrayList<Observation>();
        var bad = new ArrayList<Refused>();
        Optional<Refusal> refusal = Optional.empty();
        for (Wire.Measured m : report.readings()) {
            var channel = Optional.ofNullable(entry.streams().get(m.channel().id()))
                    .map(s -> s.snapshot().channel())
                    .orElse(m.channel());
            var refused = acceptance.check(m.reading(), channel);
            if (refused.isEmpty()) {
                long stream = registry.stream(entry, m.channel()).id();
                stored.add(new Observation(
                        stream,
                        m.reading().at().truncatedTo(ChronoUnit.MICROS),
                        resultTime(report, queuedAt),
                        report.sequence(),
                        m.reading().value()));
            } else {
                bad.add(new Refused(
                        report.device(), m.channel().id(), refused.get().outcome()));
                refusal = refusal.or(() -> refused);
            }
        }
        return new Resolved(stored, refusal, bad);
    }

    /** When the report was received; the queue's own time if the report says nonsense. */
    private static Instant resultTime(Wire.Parsed report, Instant queuedAt) {
        var stated = report.receivedAt();
        boolean sensible =
                !stated.isBefore(Acceptance.EARLIEST) && !stated.isAfter(queuedAt.plus(Acceptance.MOST_AHEAD));
        return (sensible ? stated : queuedAt).truncatedTo(ChronoUnit.MICROS);
    }

    private static Resolved refused(String outcome, String detail) {
        return new Resolved(List.of(), Optional.of(new Refusal(outcome, detail)), List.of());
    }
}
