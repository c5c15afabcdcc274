package de.einsnull.sensors.mqtt;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.parse.Limits;
import de.einsnull.sensors.sensorthings.parse.QueryException;
import de.einsnull.sensors.sensorthings.parse.QueryParser;
import de.einsnull.sensors.sensorthings.query.EntityPath;
import de.einsnull.sensors.sensorthings.query.Query;
import de.einsnull.sensors.sensorthings.query.ResourcePath;
import de.einsnull.sensors.sensorthings.query.ResultFormat;
import de.einsnull.sensors.sensorthings.query.Selected;
import de.einsnull.sensors.sensorthings.store.EntityChange;
import de.einsnull.sensors.sensorthings.store.EntityChange.What;
import java.util.List;
import java.util.Optional;

/**
 * What a client wants to hear of (18-088, clause 14.2): a set, an entity or a property of one.
 *
 * @param text the topic as the client names it
 * @param path the entities
 * @param query filter, select and expand
 * @param part the property, empty for whole entities
 */
record Topic(String text, EntityPath path, Query query, Optional<ResourcePath.Value> part) {

    /** First level of all topics. */
    static final String VERSION = "v1.1";

    private static final QueryParser PARSER = new QueryParser(Limits.usual());

    /** Reads a topic; empty if it makes no sense. */
    static Optional<Topic> of(String text) {
        if (!text.startsWith(VERSION + "/")) {
            return Optional.empty();
        }
        int question = text.indexOf('?');
        var address = text.substring(VERSION.length() + 1, question < 0 ? text.length() : question);
        try {
            var path = PARSER.path(address);
            var query = PARSER.query(path.entities().type(), question < 0 ? "" : text.substring(question + 1));
            var topic = of(text, path, query);
            return topic.filter(Topic::isSensible);
        } catch (QueryException e) {
            return Optional.empty();
        }
    }

    private static Optional<Topic> of(String text, ResourcePath path, Query query) {
        if (path.part() instanceof ResourcePath.Whole) {
            return Optional.of(new Topic(text, path.entities(), query, Optional.empty()));
        }
        if (path.part() instanceof ResourcePath.Value value && !value.raw() && query.equals(Query.all())) {
            var its = query.selecting(List.of(new Selected.Value(value.property(), List.of())));
            return Optional.of(new Topic(text, path.entities(), its, Optional.of(value)));
        }
        return Optional.empty();
    }

    /** Order, pages and formats are for answers to questions; a condition is for sets. */
    private boolean isSensible() {
        return query.orderBy().isEmpty()
                && !query.distinct()
                && query.top() == Query.USUAL_TOP
                && query.skip() == 0
                && !query.count()
                && query.format() == ResultFormat.JSON
                && query.token().isEmpty()
                && (query.filter().isEmpty() || !path.single());
    }

    EntityType type() {
        return path.type();
    }

    /** Whether a change can be news here, as far as can be said without the store. */
    boolean concerns(EntityChange change) {
        if (change.what() == What.FOLLOWED) {
            return isSeries() && part.isPresent() && isNamed(change.id()) && changes(change);
        }
        return change.type() == type() && isNamed(change.id()) && (part.isEmpty() || changes(change));
    }

    private boolean isSeries() {
        return type() == EntityType.DATASTREAM || type() == EntityType.MULTI_DATASTREAM;
    }

    private boolean isNamed(long id) {
        var named = path.last().id();
        return named.isEmpty() || named.getAsLong() == id;
    }

    private boolean changes(EntityChange change) {
        var name = part.orElseThrow().property().name();
        return change.what() == What.CREATED
                || change.properties().stream().map(Property::name).anyMatch(name::equals);
    }
}
