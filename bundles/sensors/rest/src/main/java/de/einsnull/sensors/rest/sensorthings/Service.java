package de.einsnull.sensors.rest.sensorthings;

import de.einsnull.security.api.AuditTrail;
import de.einsnull.sensors.sensorthings.binding.Binding;
import de.einsnull.sensors.sensorthings.json.Bodies;
import de.einsnull.sensors.sensorthings.json.BodyException;
import de.einsnull.sensors.sensorthings.parse.Limits;
import de.einsnull.sensors.sensorthings.parse.QueryException;
import de.einsnull.sensors.sensorthings.parse.QueryParser;
import de.einsnull.sensors.sensorthings.store.EntityStore;
import de.einsnull.sensors.sensorthings.store.StoreException;
import java.time.Clock;
import java.util.Collection;

/** SensorThings 1.1 without HTTP. Thread-safe. Throws a {@link de.einsnull.web.api.ProblemException} for a refusal. */
final class Service {

    static final String CREATE_OBSERVATIONS = "CreateObservations";
    private static final String BATCH = "$batch";

    private final Reading reading;
    private final Writing writing;
    private final Observing observing;
    private final Batches batches;
    private final Scribe scribe;

    Service(EntityStore store, AuditTrail audit, Clock clock, Collection<Binding> bindings) {
        var parser = new QueryParser(Limits.usual());
        var bodies = new Bodies();
        this.reading = new Reading(store, parser, bodies, bindings);
        this.writing = new Writing(store, parser, bodies, clock);
        this.observing = new Observing(store, bodies, clock);
        this.scribe = new Scribe(audit, clock);
        this.batches = new Batches(this, store, bodies, scribe);
    }

    /** Answers a request; a batch is only taken on the first level. */
    Answer answer(Call call, Caller caller) {
        if (call.path().equals(BATCH)) {
            requireMethod(call, "POST");
            return guarded(() -> batches.answer(call, caller));
        }
        var answer = single(call, caller);
        if (!call.method().equals("GET")) {
            scribe.wrote(caller, call, answer);
        }
        return answer;
    }

    /** Answers a request that is no batch, and leaves it to the caller to write down what was done. */
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
