package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import java.util.ArrayList;
import java.util.List;

/**
 * A set of entities: a table, and which of its rows.
 *
 * @param type type of the entities
 * @param alias name of the table in conditions
 * @param join further tables
 * @param conditions which rows
 * @param order what the rows come by unless somebody asks for another order
 * @param stream id of the datastream whose observations these are, 0 if they are something else
 */
record Source(EntityType type, String alias, String join, List<Sql> conditions, List<String> order, long stream) {

    /** Order of the properties of a MultiDatastream. */
    static final String PLACE = "mop.place";

    /** All entities of a type that may be seen. */
    static Source of(Request request, EntityType type) {
        var alias = request.alias();
        return new Source(type, alias, "", Tables.conditions(type, alias, request.visibility()), usual(type, alias), 0);
    }

    private static List<String> usual(EntityType type, String a) {
        return type == EntityType.OBSERVATION
                ? List.of(a + ".datastream_id", a + ".phenomenon_time", a + ".id")
                : List.of(a + ".id");
    }

    /** Those behind a navigation to a set, from a place in SQL that holds the id of the source. */
    Source behind(Navigation navigation, String id, Object... values) {
        if (navigation == Navigation.MULTI_DATASTREAM_OBSERVED_PROPERTIES) {
            // each as often as the MultiDatastream has it, in its order
            var join = " join multi_observed_property mop on mop.observed_property_id = " + alias + ".id";
            return new Source(type, alias, join, with(Sql.of("mop.datastream_id = " + id, values)), List.of(PLACE), 0);
        }
        var link = Tables.links(navigation, id, alias);
        int times = values.length == 0
                ? 0
                : (int) link.chars().filter(c -> c == '?').count();
        var all = new Object[times];
        for (int i = 0; i < times; i++) {
            all[i] = values[0];
        }
        boolean observations = navigation == Navigation.DATASTREAM_OBSERVATIONS
                || navigation == Navigation.MULTI_DATASTREAM_OBSERVATIONS;
        long its = observations && values.length == 1 ? (Long) values[0] : 0;
        return new Source(type, alias, join, with(Sql.of(link, all)), order, its);
    }

    /** Those of them that fulfil more. */
    Source and(List<Sql> more) {
        var all = new ArrayList<>(conditions);
        all.addAll(more);
        return new Source(type, alias, join, all, order, stream);
    }

    private List<Sql> with(Sql one) {
        var all = new ArrayList<>(conditions);
        all.add(one);
        return all;
    }

    /** {@code from ... where ...}. */
    Sql from() {
        return Sql.of(" from " + Tables.name(type) + " " + alias + join).where(conditions);
    }
}
