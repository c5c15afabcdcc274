package de.einsnull.sensors.sensorthings.evaluate;

import de.einsnull.sensors.sensorthings.evaluate.Bindings.Way;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.query.Any;
import de.einsnull.sensors.sensorthings.query.Call;
import de.einsnull.sensors.sensorthings.query.Expression;
import de.einsnull.sensors.sensorthings.query.Operation;
import de.einsnull.sensors.sensorthings.query.PropertyPath;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the ways of an expression along which something has to be chosen. */
final class Ways {

    private final Set<Way> found = new LinkedHashSet<>();

    private Ways() {}

    /** Ways that end with a to-many navigation, shorter ones first; without those in the conditions of {@code any}. */
    static List<Way> of(Expression expression) {
        var ways = new Ways();
        ways.look(expression);
        return List.copyOf(ways.found);
    }

    private void look(Expression expression) {
        if (expression instanceof Operation operation) {
            operation.operands().forEach(this::look);
        } else if (expression instanceof Call call) {
            call.arguments().forEach(this::look);
        } else if (expression instanceof PropertyPath path) {
            add(path.from(), path.navigations(), path.navigations().size());
        } else if (expression instanceof Any any) {
            add(any.from(), any.navigations(), any.navigations().size() - 1);
        }
    }

    private void add(String from, List<Navigation> navigations, int end) {
        for (int i = 0; i < end; i++) {
            if (navigations.get(i).many()) {
                found.add(new Way(from, List.copyOf(navigations.subList(0, i + 1))));
            }
        }
    }
}
