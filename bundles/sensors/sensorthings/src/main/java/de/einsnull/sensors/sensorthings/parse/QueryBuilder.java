package de.einsnull.sensors.sensorthings.parse;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.query.Expand;
import de.einsnull.sensors.sensorthings.query.Expression;
import de.einsnull.sensors.sensorthings.query.Order;
import de.einsnull.sensors.sensorthings.query.Query;
import de.einsnull.sensors.sensorthings.query.ResultFormat;
import de.einsnull.sensors.sensorthings.query.Selected;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The options of one level while they are read. */
final class QueryBuilder {

    private final EntityType type;
    private final Limits limits;
    private final Set<String> given = new HashSet<>();
    private final Map<Navigation, QueryBuilder> expands = new EnumMap<>(Navigation.class);
    private Optional<Expression> filter = Optional.empty();
    private List<Order> orderBy = List.of();
    private List<Selected> select = List.of();
    private boolean distinct;
    private int top = Query.USUAL_TOP;
    private long skip;
    private boolean count;
    private ResultFormat format = ResultFormat.JSON;
    private Optional<String> token = Optional.empty();

    QueryBuilder(EntityType type, Limits limits) {
        this.type = type;
        this.limits = limits;
    }

    EntityType type() {
        return type;
    }

    /** Notes that an option is there; false if it was there before. */
    boolean give(String option) {
        return given.add(option);
    }

    QueryBuilder expand(Navigation navigation) {
        return expands.computeIfAbsent(navigation, n -> new QueryBuilder(n.target(), limits));
    }

    void filter(Expression condition) {
        filter = Optional.of(condition);
    }

    void orderBy(List<Order> orders) {
        orderBy = orders;
    }

    void select(List<Selected> selected, boolean onlyDistinct) {
        select = selected;
        distinct = onlyDistinct;
    }

    void top(long wanted) {
        top = (int) Math.min(wanted, limits.top());
    }

    void skip(long wanted) {
        skip = wanted;
    }

    void count(boolean wanted) {
        count = wanted;
    }

    void format(ResultFormat wanted) {
        format = wanted;
    }

    void token(String from) {
        token = Optional.of(from);
    }

    Query build() {
        var built = expands.entrySet().stream()
                .map(e -> new Expand(e.getKey(), e.getValue().build()))
                .toList();
        return new Query(filter, orderBy, select, distinct, built, top, skip, count, format, token);
    }
}
