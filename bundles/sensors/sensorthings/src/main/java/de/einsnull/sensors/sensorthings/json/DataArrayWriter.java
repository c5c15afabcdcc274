package de.einsnull.sensors.sensorthings.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.query.Expand;
import de.einsnull.sensors.sensorthings.query.Query;
import de.einsnull.sensors.sensorthings.query.Selected;
import de.einsnull.sensors.sensorthings.store.Entity;
import de.einsnull.sensors.sensorthings.store.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes observations as data arrays (18-088, 14.1): one array a series, in the order in which series come first. */
public final class DataArrayWriter {

    private static final List<Navigation> SERIES =
            List.of(Navigation.OBSERVATION_DATASTREAM, Navigation.OBSERVATION_MULTI_DATASTREAM);

    private final Addresses addresses;

    /**
     * A writer.
     *
     * @param addresses where links lead
     */
    public DataArrayWriter(Addresses addresses) {
        this.addresses = addresses;
    }

    /**
     * The query that reads what is needed.
     *
     * @param query what was asked for
     * @return the same with the ids of the series
     */
    public static Query needed(Query query) {
        var expand = new ArrayList<Expand>();
        var id = List.<Selected>of(new Selected.Value(Property.ID, List.of()));
        for (var navigation : SERIES) {
            expand.add(new Expand(navigation, Query.all().selecting(id)));
        }
        return query.expanding(expand);
    }

    /**
     * Writes a page.
     *
     * @param out where to
     * @param page observations with their series
     * @param query what was asked for
     * @param next address of the next page
     * @throws IOException if it cannot be written
     */
    public void page(JsonGenerator out, Page page, Query query, Optional<String> next) throws IOException {
        var columns = columns(query);
        out.writeStartObject();
        EntityWriter.frame(out, page, next);
        out.writeArrayFieldStart("value");
        for (var series : series(page).entrySet()) {
            array(out, series.getKey(), series.getValue(), columns);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static List<Property> columns(Query query) {
        var columns = new ArrayList<Property>();
        if (query.wants(Property.ID)) {
            columns.add(Property.ID);
        }
        EntityType.OBSERVATION.properties().stream().filter(query::wants).forEach(columns::add);
        return columns;
    }

    private Map<String, List<Entity>> series(Page page) {
        var series = new LinkedHashMap<String, List<Entity>>();
        for (var entity : page.entities()) {
            series.computeIfAbsent(link(entity), l -> new ArrayList<>()).add(entity);
        }
        return series;
    }

    /** Name and address of the series. */
    private String link(Entity entity) {
        for (var navigation : SERIES) {
            var found = entity.expanded().get(navigation);
            if (found != null && !found.entities().isEmpty()) {
                return navigation.navigationName() + " "
                        + addresses.entity(
                                navigation.target(), found.entities().get(0).id());
            }
        }
        throw new IllegalArgumentException("Observation " + entity.id() + " came without its series");
    }

    private static void array(JsonGenerator out, String link, List<Entity> rows, List<Property> columns)
            throws IOException {
        int space = link.indexOf(' ');
        out.writeStartObject();
        out.writeStringField(link.substring(0, space) + "@iot.navigationLink", link.substring(space + 1));
        out.writeArrayFieldStart("components");
        for (var column : columns) {
            out.writeString(column.equals(Property.ID) ? "id" : column.name());
        }
        out.writeEndArray();
        out.writeNumberField("dataArray@iot.count", rows.size());
        out.writeArrayFieldStart("dataArray");
        for (var row : rows) {
            row(out, row, columns);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void row(JsonGenerator out, Entity entity, List<Property> columns) throws IOException {
        out.writeStartArray();
        for (var column : columns) {
            Object value = column.equals(Property.ID)
                    ? (Object) entity.id()
                    : entity.values().get(column);
            if (value == null || (value instanceof JsonNode json && json.isNull())) {
                out.writeNull();
            } else {
                EntityWriter.value(out, value);
            }
        }
        out.writeEndArray();
    }
}
