package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.query.EntityPath;
import de.einsnull.sensors.sensorthings.store.Failure;
import de.einsnull.sensors.sensorthings.store.StoreException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what resource paths name. */
final class Paths {

    private final Request request;

    Paths(Request request) {
        this.request = request;
    }

    /** The entities that a path names; those before the last step are known to be there unless they need not be. */
    Source source(EntityPath path) throws SQLException {
        var last = path.last();
        var source = Source.of(request, last.type());
        var parent = path.parent();
        if (parent.isPresent()) {
            var navigation = last.via().orElseThrow();
            long id = saysItself(parent.get(), navigation)
                    ? parent.get().last().id().getAsLong()
                    : id(parent.get());
            source = navigation.many()
                    ? source.behind(navigation, "?", id)
                    : source.and(List.of(one(source, navigation, id)));
        }
        return last.id().isPresent()
                ? source.and(
                        List.of(Sql.of(source.alias() + ".id = ?", last.id().getAsLong())))
                : source;
    }

    /** Where observations are there, their datastream is, so that one need only look for it if there are none. */
    static boolean saysItself(EntityPath parent, Navigation navigation) {
        return parent.steps().size() == 1
                && parent.last().id().isPresent()
                && navigation.target() == EntityType.OBSERVATION
                && navigation.source() != EntityType.FEATURE_OF_INTEREST;
    }

    private static Sql one(Source target, Navigation navigation, long id) {
        return Sql.of(
                "exists (select 1 from " + Tables.name(navigation.source()) + " s where s.id = ? and "
                        + Tables.link(navigation, "s", target.alias()) + ")",
                id);
    }

    /** The id of the entity that a path names. */
    long id(EntityPath path) throws SQLException {
        return find(path).orElseThrow(() -> new StoreException(new Failure.Missing(path.type())));
    }

    /** The id of the entity that a path names, empty if there is none. */
    Optional<Long> find(EntityPath path) throws SQLException {
        var tables = new ArrayList<String>();
        var conditions = new ArrayList<Sql>();
        String before = null;
        for (EntityPath.Step step : path.steps()) {
            var alias = request.alias();
            tables.add(Tables.name(step.type()) + " " + alias);
            step.id().ifPresent(id -> conditions.add(Sql.of(alias + ".id = ?", id)));
            if (step.via().isPresent()) {
                conditions.add(Sql.of(link(step.via().get(), before, alias)));
            }
            conditions.addAll(Tables.conditions(step.type(), alias, request.visibility()));
            before = alias;
        }
        var sql = Sql.of("select " + before + ".id from " + String.join(", ", tables))
                .where(conditions);
        try (var statement = sql.prepare(request.connection());
                var row = statement.executeQuery()) {
            return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
        }
    }

    private static String link(Navigation navigation, String source, String target) {
        return navigation.many()
                ? Tables.links(navigation, source + ".id", target)
                : Tables.link(navigation, source, target);
    }
}
