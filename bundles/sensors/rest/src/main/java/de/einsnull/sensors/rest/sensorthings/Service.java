package de.einsnull.sensors.rest.sensorthings;

import de.einsnull.sensors.sensorthings.json.Bodies;
import de.einsnull.sensors.sensorthings.json.BodyException;
import de.einsnull.sensors.sensorthings.parse.Limits;
import de.einsnull.sensors.sensorthings.parse.QueryException;
import de.einsnull.sensors.sensorthings.parse.QueryParser;
import de.einsnull.sensors.sensorthings.store.EntityStore;
import de.einsnull.sensors.sensorthings.store.StoreException;
import java.time.Clock;

/** SensorThings 1.1 without HTTP. Thread-safe. Throws a {@link de.einsnull.web.api.ProblemException} for a refusal. */
final class Service {

    private static final String CREATE_OBSERVATIONS = "CreateObservations";
    private static final String BATCH = "$batch";

    private final Reading reading;
    private final Writing writing;
    private final Observing observing;
    private final Batches batches;

    Service(EntityStore store, Clock clock) {
        var parser = new QueryParser(Limits.usual());
        var bodies = new Bodies();
        this.reading = new Reading(store, parser, bodies);
        this.writing = new Writing(store, parser, bodies, clock);
        this.observing = new Observing(store, bodies, clock);
        this.batches = new Batches(this, store, bodies);
    }

    /** Answers a request; a batch is only taken on the first level. */
    Answer answer(Call call, Caller caller) {
        if (call.path().equals(BATCH)) {
            requireMethod(call, "POST");
            return guarded(() -> batches.answer(call, caller));
        }
        return single(call, caller);
    }

    /** Answers a request that is no batch. */
    Answer single(Call call, Caller caller) {
        return guarded(() -> decided(call, caller));
    }

    private Answer decided(Call call, Caller caller) {
        if (call.method().equals("GET")) {
            return reading.answer(call, caller);
        }
        if (!caller.writing()) {
            throw Refusals.notAllowed(caller.known());
        }
        if (call.path().equals(CREATE_OBSERVATIONS)) {
            requireMethod(call, "POST");
            return observing.answer(call, caller);
        }
        return writing.answer(call, caller);
    }

    private static void requireMethod(Call call, String method) {
        if (!call.method().equals(method)) {
            throw Refusals.method(method);
        }
    }

    private interface Answering {
        Answer now();
    }

    private static Answer guarded(Answering answering) {
        try {
            return answering.now();
        } catch (QueryException e) {
            throw Refusals.of(e);
        } catch (BodyException e) {
            throw Refusals.of(e);
        } catch (StoreException e) {
            throw Refusals.of(e);
        }
    }
}
