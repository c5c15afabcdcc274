package de.einsnull.sensors.rest.sensorthings;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.sensorthings.binding.Binding;
import de.einsnull.sensors.sensorthings.json.Addresses;
import de.einsnull.sensors.sensorthings.json.Bodies;
import de.einsnull.sensors.sensorthings.json.CsvWriter;
import de.einsnull.sensors.sensorthings.json.DataArrayWriter;
import de.einsnull.sensors.sensorthings.json.EntityWriter;
import de.einsnull.sensors.sensorthings.json.GeoJsonWriter;
import de.einsnull.sensors.sensorthings.json.PartWriter;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.parse.QueryParser;
import de.einsnull.sensors.sensorthings.query.EntityPath;
import de.einsnull.sensors.sensorthings.query.Query;
import de.einsnull.sensors.sensorthings.query.ResourcePath;
import de.einsnull.sensors.sensorthings.query.ResultFormat;
import de.einsnull.sensors.sensorthings.query.Selected;
import de.einsnull.sensors.sensorthings.store.EntityStore;
import de.einsnull.sensors.sensorthings.store.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Answers GET. */
final class Reading {

    private static final int NO_CONTENT = 204;
    private static final String TEXT = "text/plain;charset=UTF-8";

    private final EntityStore store;
    private final QueryParser parser;
    private final Bodies bodies;
    private final Collection<Binding> bindings;

    Reading(EntityStore store, QueryParser parser, Bodies bodies, Collection<Binding> bindings) {
        this.store = store;
        this.parser = parser;
        this.bodies = bodies;
        this.bindings = bindings;
    }

    private interface Writing {
        void to(JsonGenerator out) throws IOException;
    }

    Answer answer(Call call, Caller caller) {
        var addresses = new Addresses(caller.base());
        if (call.path().isEmpty()) {
            return json(out -> out.writeTree(ServiceRoot.json(caller.base(), bindings)));
        }
        var path = parser.path(call.path());
        var query = parser.query(path.entities().type(), call.query());
        if (path.part() instanceof ResourcePath.Value value) {
            return value(path.entities(), value, caller, addresses);
        }
        boolean references = path.part() instanceof ResourcePath.References;
        return path.entities().single()
                ? entity(path.entities(), query, references, caller, addresses)
                : page(path.entities(), query, references, caller, addresses);
    }

    private Answer value(EntityPath path, ResourcePath.Value part, Caller caller, Addresses addresses) {
        var wanted = List.<Selected>of(new Selected.Value(part.property(), List.of()));
        var found = store.read(path, Query.all().selecting(wanted), caller.visibility());
        var value = found.entities().stream()
                .findFirst()
                .flatMap(e -> PartWriter.value(e, part, addresses))
                .orElse(null);
        if (value == null) {
            return Answer.only(NO_CONTENT);
        }
        if (part.raw() && !(value instanceof JsonNode json && json.isContainerNode())) {
            var text = value instanceof JsonNode json ? json.asText() : value.toString();
            return Answer.ok(TEXT, text.getBytes(StandardCharsets.UTF_8));
        }
        return json(out -> {
            if (part.raw()) {
                EntityWriter.value(out, value);
                return;
            }
            out.writeStartObject();
            out.writeFieldName(PartWriter.name(part));
            EntityWriter.value(out, value);
            out.writeEndObject();
        });
    }

    private Answer entity(EntityPath path, Query query, boolean references, Caller caller, Addresses addresses) {
        if (query.filter().isPresent()) {
            throw Refusals.option("$filter gibt es nur bei Mengen.", "$filter is for sets only.");
        }
        var page = store.read(path, query, caller.visibility());
        if (page.entities().isEmpty()) {
            return Answer.only(NO_CONTENT);
        }
        var entity = page.entities().get(0);
        var writer = new EntityWriter(addresses);
        if (references) {
            return json(out -> writer.reference(out, entity));
        }
        return query.format() == ResultFormat.JSON
                ? json(out -> writer.entity(out, entity, query))
                : formatted(page, path.type(), query, Optional.empty(), addresses);
    }

    private Answer page(EntityPath path, Query query, boolean references, Caller caller, Addresses addresses) {
        var needed = references ? withoutExpands(query) : needed(path.type(), query);
        var page = store.read(path, needed, caller.visibility());
        var address = addresses.of(path) + (references ? "/$ref" : "");
        var next = page.more() && query.top() > 0
                ? Optional.of(Addresses.with(address, query.next(page)))
                : Optional.<String>empty();
        if (references) {
            return json(out -> new EntityWriter(addresses).references(out, page, next));
        }
        return formatted(page, path.type(), query, next, addresses);
    }

    private static Query withoutExpands(Query query) {
        return query.expanding(List.of()).selecting(List.of(new Selected.Value(Property.ID, List.of())));
    }

    private static Query needed(EntityType type, Query query) {
        if (query.format() != ResultFormat.DATA_ARRAY) {
            return query;
        }
        if (type != EntityType.OBSERVATION) {
            throw Refusals.option(
                    "$resultFormat=dataArray gibt es nur bei Observations.",
                    "$resultFormat=dataArray is for Observations only.");
        }
        return DataArrayWriter.needed(query);
    }

    private Answer formatted(Page page, EntityType type, Query query, Optional<String> next, Addresses addresses) {
        return switch (query.format()) {
            case JSON -> json(out -> new EntityWriter(addresses).page(out, page, query, next));
            case DATA_ARRAY -> json(out -> new DataArrayWriter(addresses).page(out, page, query, next));
            case GEO_JSON -> new Answer(
                    200, "application/geo+json", Optional.empty(), bytes(out -> new GeoJsonWriter(addresses)
                            .page(out, page, query, next)));
            case CSV -> csv(page, type, query);
        };
    }

    private static Answer csv(Page page, EntityType type, Query query) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            new CsvWriter().page(out, page, type, query);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Answer.ok("text/csv;charset=UTF-8", bytes.toByteArray());
    }

    private Answer json(Writing writing) {
        return Answer.ok(Answer.JSON, bytes(writing));
    }

    private byte[] bytes(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try (var out = bodies.mapper().createGenerator(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
