package de.einsnull.sensors.mqtt;

import com.fasterxml.jackson.core.JsonGenerator;
import de.einsnull.sensors.sensorthings.json.Addresses;
import de.einsnull.sensors.sensorthings.json.Bodies;
import de.einsnull.sensors.sensorthings.json.EntityWriter;
import de.einsnull.sensors.sensorthings.json.PartWriter;
import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.query.Call;
import de.einsnull.sensors.sensorthings.query.Expression;
import de.einsnull.sensors.sensorthings.query.Function;
import de.einsnull.sensors.sensorthings.query.Literal;
import de.einsnull.sensors.sensorthings.query.Operation;
import de.einsnull.sensors.sensorthings.query.Operator;
import de.einsnull.sensors.sensorthings.query.PropertyPath;
import de.einsnull.sensors.sensorthings.query.Query;
import de.einsnull.sensors.sensorthings.query.ValueType;
import de.einsnull.sensors.sensorthings.store.Entity;
import de.einsnull.sensors.sensorthings.store.EntityStore;
import de.einsnull.sensors.sensorthings.store.Failure;
import de.einsnull.sensors.sensorthings.store.StoreException;
import de.einsnull.sensors.sensorthings.store.Visibility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What of a topic has changed, as it is now, and what is said about it. */
final class Scene {

    /** Entities that one question asks for. */
    static final int MOST = 100;

    private final EntityStore store;
    private final Addresses addresses;
    private final Bodies bodies = new Bodies();

    Scene(EntityStore store, String root) {
        this.store = store;
        this.addresses = new Addresses(root);
    }

    /**
     * Those of some entities that are behind a topic.
     *
     * @param ids at most {@link #MOST}
     * @return messages by id, in the order of the ids
     */
    Map<Long, byte[]> messages(Topic topic, Collection<Long> ids, Visibility visibility) {
        var found = new LinkedHashMap<Long, byte[]>();
        for (var entity : entities(topic, ids, visibility)) {
            found.put(entity.id(), message(topic, entity));
        }
        var ordered = new LinkedHashMap<Long, byte[]>();
        ids.stream().filter(found::containsKey).forEach(id -> ordered.put(id, found.get(id)));
        return ordered;
    }

    private List<Entity> entities(Topic topic, Collection<Long> ids, Visibility visibility) {
        try {
            var query = topic.path().single() ? topic.query() : only(topic.query(), ids);
            return store.read(topic.path(), query, visibility).entities().stream()
                    .filter(e -> ids.contains(e.id()))
                    .toList();
        } catch (StoreException e) {
            if (e.failure() instanceof Failure.Missing) {
                return List.of();
            }
            throw e;
        }
    }

    private static Query only(Query query, Collection<Long> ids) {
        var arguments = new ArrayList<Expression>();
        arguments.add(new PropertyPath(PropertyPath.SELF, List.of(), Property.ID, List.of(), ValueType.NUMBER, 0));
        ids.forEach(id -> arguments.add(new Literal(BigDecimal.valueOf(id), ValueType.NUMBER, 0)));
        Expression named = new Call(Function.IN, arguments, 0);
        var filter = query.filter()
                .<Expression>map(f -> new Operation(Operator.AND, List.of(named, f), ValueType.BOOLEAN, 0))
                .orElse(named);
        return new Query(
                Optional.of(filter),
                List.of(),
                query.select(),
                false,
                query.expand(),
                MOST,
                0,
                false,
                query.format(),
                Optional.empty());
    }

    private byte[] message(Topic topic, Entity entity) {
        var bytes = new ByteArrayOutputStream();
        try (var out = bodies.mapper().createGenerator(bytes)) {
            if (topic.part().filter(p -> !p.steps().isEmpty()).isPresent()) {
                part(out, topic, entity);
            } else {
                new EntityWriter(addresses).entity(out, entity, topic.query());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void part(JsonGenerator out, Topic topic, Entity entity) throws IOException {
        var part = topic.part().orElseThrow();
        out.writeStartObject();
        out.writeFieldName(PartWriter.name(part));
        var value = PartWriter.value(entity, part, addresses);
        if (value.isPresent()) {
            EntityWriter.value(out, value.get());
        } else {
            out.writeNull();
        }
        out.writeEndObject();
    }
}
