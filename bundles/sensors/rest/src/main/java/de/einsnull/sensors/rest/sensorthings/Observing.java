package de.einsnull.sensors.rest.sensorthings;

import com.fasterxml.jackson.core.JsonProcessingException;
import de.einsnull.sensors.sensorthings.json.Addresses;
import de.einsnull.sensors.sensorthings.json.Bodies;
import de.einsnull.sensors.sensorthings.json.ObservationsReader;
import de.einsnull.sensors.sensorthings.json.ObservationsReader.Row;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.store.Draft;
import de.einsnull.sensors.sensorthings.store.EntityStore;
import de.einsnull.sensors.sensorthings.store.Outcome;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers {@code CreateObservations}: one line for each row, its address or what was wrong with it. */
final class Observing {

    private static final int MOST_ROWS = 10_000;

    private final EntityStore store;
    private final Bodies bodies;
    private final Clock clock;

    Observing(EntityStore store, Bodies bodies, Clock clock) {
        this.store = store;
        this.bodies = bodies;
        this.clock = clock;
    }

    Answer answer(Call call, Caller caller) {
        var rows = new ObservationsReader(clock.instant())
                .read(bodies.read(call.body().get()), MOST_ROWS);
        var good = new ArrayList<Draft>(rows.size());
        rows.forEach(row -> {
            if (row instanceof Row.Good fine) {
                good.add(fine.draft());
            }
        });
        var outcomes = store.createEach(good).iterator();
        var addresses = new Addresses(caller.base());
        var lines = new ArrayList<String>(rows.size());
        for (var row : rows) {
            lines.add(
                    row instanceof Row.Bad bad
                            ? "error " + bad.cause().getMessage()
                            : line(outcomes.next(), addresses));
        }
        return new Answer(201, Answer.JSON, Optional.empty(), json(lines));
    }

    private static String line(Outcome outcome, Addresses addresses) {
        return outcome instanceof Outcome.Created created
                ? addresses.entity(EntityType.OBSERVATION, created.id())
                : "error "
                        + Refusals.problem(((Outcome.Refused) outcome).failure())
                                .detail()
                                .en();
    }

    private byte[] json(List<String> lines) {
        try {
            return bodies.mapper().writeValueAsBytes(lines);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
