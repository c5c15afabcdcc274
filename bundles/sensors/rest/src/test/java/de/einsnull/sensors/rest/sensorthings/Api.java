package de.einsnull.sensors.rest.sensorthings;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.sensorthings.binding.Binding;
import de.einsnull.sensors.sensorthings.json.Bodies;
import de.einsnull.sensors.sensorthings.store.Visibility;
import de.einsnull.testkit.MovableClock;
import de.einsnull.testkit.RecordedAudit;
import de.einsnull.web.api.ProblemException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Calls the API as a client would, with short words. */
final class Api {

    static final String BASE = "http://city.example/sensorthings/v1.1";
    static final Caller STAFF = new Caller("ada", Visibility.ALL, true, BASE);
    static final Caller ANYBODY = new Caller("", Visibility.OPEN, false, BASE);

    private final MemoryStore store = new MemoryStore();
    private final List<Binding> bindings = new ArrayList<>();
    private final RecordedAudit audit = new RecordedAudit();
    private final MovableClock clock = MovableClock.at(MemoryStore.NOW.toString());
    private final Service service = new Service(store, audit, clock, bindings);
    private final Bodies bodies = new Bodies();

    List<Binding> bindings() {
        return bindings;
    }

    RecordedAudit audit() {
        return audit;
    }

    MovableClock clock() {
        return clock;
    }

    MemoryStore store() {
        return store;
    }

    Answer call(Caller caller, String method, String address, String type, String body) {
        int question = address.indexOf('?');
        var path = question < 0 ? address : address.substring(0, question);
        var query = question < 0 ? "" : address.substring(question + 1).replace(" ", "%20");
        return service.answer(
                new Call(
                        method,
                        path,
                        query,
                        type,
                        () -> new ByteArrayInputStream(body.replace('`', '"').getBytes(StandardCharsets.UTF_8))),
                caller);
    }

    Answer get(String address) {
        return call(STAFF, "GET", address, "", "");
    }

    JsonNode json(String address) {
        return bodies.read(text(get(address)));
    }

    /** Backquotes stand for quotes. */
    Answer send(String method, String address, String body) {
        return call(STAFF, method, address, Answer.JSON, body);
    }

    /** Creates and gives the id. */
    long post(String address, String body) {
        var location = send("POST", address, body).location().orElseThrow();
        return Long.parseLong(location.substring(location.lastIndexOf('(') + 1, location.length() - 1));
    }

    /** Status of an answer or a problem. */
    int status(String method, String address, String body) {
        try {
            return send(method, address, body).status();
        } catch (ProblemException e) {
            return e.problem().status();
        }
    }

    static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** A thing with a place, a datastream and some observations. */
    long station(String name) {
        return post(
                "Things",
                """
                {`name`: `%s`, `description`: `d`, `properties`: {`height`: 2, `list`: [1, 2]},
                 `Locations`: [{`name`: `Markt`, `description`: ``, `encodingType`: `application/geo+json`,
                                `location`: {`type`: `Point`, `coordinates`: [8.14, 51.82]}}],
                 `Datastreams`: [{`name`: `%s air`, `description`: ``, `observationType`: `x`,
                   `unitOfMeasurement`: {`symbol`: `°C`}, `ObservedProperty`: {`name`: `temperature`, `definition`: `t`, `description`: ``},
                   `Sensor`: {`name`: `s`, `description`: ``, `encodingType`: `text/plain`, `metadata`: `m`}}]}
                """
                        .formatted(name, name));
    }

    long datastream(long thing) {
        return json("Things(" + thing + ")/Datastreams").at("/value/0/@iot.id").longValue();
    }
}
