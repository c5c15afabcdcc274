package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.query.EntityPath;
import de.einsnull.sensors.sensorthings.query.Expression;
import de.einsnull.sensors.sensorthings.query.Query;
import de.einsnull.sensors.sensorthings.query.ResultFormat;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Deletes what of a set fulfils a filter. */
final class Deletion {

    private static final int MOST = 10_000;

    private final Request request;
    private final Eraser eraser;

    Deletion(Request request, Eraser eraser) {
        this.request = request;
        this.eraser = eraser;
    }

    long all(EntityPath path, Optional<Expression> filter) throws SQLException {
        if (path.parent().isPresent()) {
            new Paths(request).id(path.parent().get());
        }
        var query = query(filter);
        var reader = new Reader(request);
        var plan = reader.plan(new Paths(request).source(path), query);
        if (path.type() == EntityType.OBSERVATION && plan.filtered()) {
            return eraser.observations(plan.source());
        }
        var ids = new Candidates(request, reader)
                .matching(plan, query).stream().map(i -> i.id).distinct().toList();
        if (ids.size() > MOST) {
            throw Violations.tooMany(MOST);
        }
        delete(path.type(), ids);
        return ids.size();
    }

    private void delete(EntityType type, List<Long> ids) throws SQLException {
        if (type != EntityType.OBSERVATION) {
            eraser.delete(type, ids);
            return;
        }
        var source = Source.of(request, type);
        eraser.observations(
                source.and(List.of(Sql.of(source.alias() + ".id = any(?)", (Object) ids.toArray(Long[]::new)))));
    }

    private static Query query(Optional<Expression> filter) {
        return new Query(
                filter, List.of(), List.of(), false, List.of(), MOST, 0, false, ResultFormat.JSON, Optional.empty());
    }
}
