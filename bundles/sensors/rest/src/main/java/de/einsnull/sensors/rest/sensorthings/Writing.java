package de.einsnull.sensors.rest.sensorthings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.einsnull.sensors.sensorthings.json.Addresses;
import de.einsnull.sensors.sensorthings.json.Bodies;
import de.einsnull.sensors.sensorthings.json.BodyException;
import de.einsnull.sensors.sensorthings.json.EntityReader;
import de.einsnull.sensors.sensorthings.json.JsonPatch;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.parse.QueryParser;
import de.einsnull.sensors.sensorthings.query.EntityPath;
import de.einsnull.sensors.sensorthings.query.ResourcePath;
import de.einsnull.sensors.sensorthings.store.Draft;
import de.einsnull.sensors.sensorthings.store.Editing;
import de.einsnull.sensors.sensorthings.store.Entity;
import de.einsnull.sensors.sensorthings.store.EntityStore;
import java.time.Clock;
import java.util.Objects;

/** Creates, changes and deletes entities and links. */
final class Writing {

    private static final String JSON_PATCH = "application/json-patch+json";
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;

    private final EntityStore store;
    private final QueryParser parser;
    private final Bodies bodies;
    private final Clock clock;

    Writing(EntityStore store, QueryParser parser, Bodies bodies, Clock clock) {
        this.store = store;
        this.parser = parser;
        this.bodies = bodies;
        this.clock = clock;
    }

    Answer answer(Call call, Caller caller) {
        if (call.path().isEmpty()) {
            throw Refusals.method("GET");
        }
        var path = parser.path(call.path());
        if (path.part() instanceof ResourcePath.References) {
            return links(call, path.entities());
        }
        if (path.part() instanceof ResourcePath.Value) {
            throw Refusals.method("GET");
        }
        var entities = path.entities();
        return switch (call.method()) {
            case "POST" -> create(call, entities, caller);
            case "PATCH", "PUT" -> update(call, entities);
            case "DELETE" -> delete(call, entities);
            default -> throw Refusals.method("GET, POST, PATCH, PUT, DELETE");
        };
    }

    private Answer create(Call call, EntityPath path, Caller caller) {
        if (path.single()) {
            throw Refusals.method("GET, PATCH, PUT, DELETE");
        }
        requireJson(call);
        var given = path.last().via().map(Navigation::inverse);
        var draft = new EntityReader(clock.instant()).created(path.type(), given, body(call));
        var id = store.create(path, draft);
        return Answer.created(new Addresses(caller.base()).entity(path.type(), id));
    }

    /** Clients that send no content type, or an odd one, still send JSON; a form is none. */
    private static void requireJson(Call call) {
        if (call.has("multipart/") || call.has("application/x-www-form-urlencoded")) {
            throw Refusals.mediaType("application/json");
        }
    }

    private JsonNode body(Call call) {
        return bodies.read(call.body().get());
    }

    private Answer update(Call call, EntityPath path) {
        if (!path.single()) {
            throw Refusals.method("GET, POST, DELETE");
        }
        requireJson(call);
        var body = body(call);
        store.update(
                path,
                current -> fitting(current, editing(call, path.type(), body).edit(current)));
        return Answer.only(OK);
    }

    private Editing editing(Call call, EntityType type, JsonNode body) {
        var reader = new EntityReader(clock.instant());
        if (call.has(JSON_PATCH)) {
            if (!call.method().equals("PATCH")) {
                throw Refusals.mediaType("application/json");
            }
            return current -> changed(current, reader.replaced(type, JsonPatch.apply(document(current), body)));
        }
        var draft = call.method().equals("PUT") ? reader.replaced(type, body) : reader.patched(type, body);
        return current -> draft;
    }

    private ObjectNode document(Entity current) {
        var document = bodies.mapper().createObjectNode();
        current.values()
                .forEach((property, value) -> document.set(
                        property.name(), value instanceof JsonNode json ? json : document.textNode(value.toString())));
        return document;
    }

    /** Only what a JSON Patch has changed, so that what the store keeps up to date stays in its hands. */
    private static Draft changed(Entity current, Draft draft) {
        draft.values()
                .entrySet()
                .removeIf(e -> Objects.equals(e.getValue(), current.values().get(e.getKey())));
        return draft;
    }

    /** An observation stays with the kind of series it was made for. */
    private static Draft fitting(Entity current, Draft draft) {
        for (var navigation : draft.links().keySet()) {
            if (current.type() == EntityType.OBSERVATION && current.absent().contains(navigation)) {
                throw new BodyException(
                        "/" + navigation.navigationName(),
                        "eine Observation gehört zu einem Datastream oder einem MultiDatastream, nicht zu beiden",
                        "an Observation belongs to either a Datastream or a MultiDatastream, not to both");
            }
        }
        return draft;
    }

    private Answer delete(Call call, EntityPath path) {
        if (path.single()) {
            store.delete(path);
            return Answer.only(OK);
        }
        var filter = parser.query(path.type(), call.query()).filter();
        if (filter.isEmpty()) {
            throw Refusals.option(
                    "Beim Löschen aus einer Menge muss $filter sagen, was gelöscht wird ($filter=true: alles).",
                    "To delete from a set, $filter has to say what is deleted ($filter=true: everything).");
        }
        store.deleteAll(path, filter);
        return Answer.only(OK);
    }

    private Answer links(Call call, EntityPath path) {
        if (path.last().via().isEmpty()) {
            throw Refusals.method("GET");
        }
        switch (call.method()) {
            case "POST", "PUT" -> store.link(path, References.target(path.type(), body(call)));
            case "DELETE" -> store.unlink(References.named(path, call.query()));
            default -> throw Refusals.method("GET, POST, PUT, DELETE");
        }
        return Answer.only(NO_CONTENT);
    }
}
