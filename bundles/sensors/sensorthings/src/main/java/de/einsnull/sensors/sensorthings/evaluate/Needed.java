package de.einsnull.sensors.sensorthings.evaluate;

import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.query.Any;
import de.einsnull.sensors.sensorthings.query.Call;
import de.einsnull.sensors.sensorthings.query.Expand;
import de.einsnull.sensors.sensorthings.query.Expression;
import de.einsnull.sensors.sensorthings.query.Operation;
import de.einsnull.sensors.sensorthings.query.PropertyPath;
import de.einsnull.sensors.sensorthings.query.Query;
import de.einsnull.sensors.sensorthings.query.ResultFormat;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has to be read along with an entity to evaluate expressions on it. */
public final class Needed {

    private final Map<Navigation, Needed> further = new EnumMap<>(Navigation.class);

    private Needed() {}

    /**
     * Finds what expressions need.
     *
     * @param expressions expressions on the same entity
     * @param most how many related entities are read at most, each time; more make the result unreliable
     * @return what to expand
     */
    public static List<Expand> expands(Collection<Expression> expressions, int most) {
        var root = new Needed();
        expressions.forEach(e -> root.look(e, Map.of(PropertyPath.SELF, root)));
        return root.build(most);
    }

    private void look(Expression expression, Map<String, Needed> variables) {
        if (expression instanceof Operation operation) {
            operation.operands().forEach(o -> look(o, variables));
        } else if (expression instanceof Call call) {
            call.arguments().forEach(a -> look(a, variables));
        } else if (expression instanceof PropertyPath path) {
            variables.get(path.from()).along(path.navigations());
        } else if (expression instanceof Any any) {
            var inside = new HashMap<>(variables);
            inside.put(any.variable(), variables.get(any.from()).along(any.navigations()));
            look(any.condition(), inside);
        }
    }

    private Needed along(List<Navigation> navigations) {
        var at = this;
        for (var navigation : navigations) {
            at = at.further.computeIfAbsent(navigation, n -> new Needed());
        }
        return at;
    }

    private List<Expand> build(int most) {
        return further.entrySet().stream()
                .map(e -> new Expand(e.getKey(), query(e.getValue().build(most), most)))
                .toList();
    }

    private static Query query(List<Expand> expands, int most) {
        return new Query(
                Optional.empty(),
                List.of(),
                List.of(),
                false,
                expands,
                most,
                0,
                false,
                ResultFormat.JSON,
                Optional.empty());
    }
}
