package de.einsnull.sensors.rest.sta;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Entities in memory; can be sorted by any of their simple properties. */
record ListedSet(String name, Collection<Entity> entities) implements EntitySet {

    @Override
    public Slice slice(Options options) {
        List<Entity> all = entities.stream().sorted(order(options)).toList();
        var items = all.stream().skip(options.skip()).limit(options.top()).toList();
        return new Slice(items, options.count() ? all.size() : -1, (long) options.skip() + items.size() < all.size());
    }

    private static Comparator<Entity> order(Options options) {
        Comparator<Entity> byId = Comparator.comparingLong(e -> ((Number) e.id()).longValue());
        var property = options.orderBy().filter(p -> !p.equals("id") && !p.equals("@iot.id"));
        var order = property.map(p -> Comparator.comparing((Entity e) -> value(e, p), ListedSet::compare)
                        .thenComparing(byId))
                .orElse(byId);
        return options.descending() ? order.reversed() : order;
    }

    private static JsonNode value(Entity entity, String property) {
        var value = entity.properties().get(property);
        if (value == null || value.isContainerNode()) {
            throw StaProblems.badOption("$orderby", "id or a simple property such as name");
        }
        return value;
    }

    private static int compare(JsonNode a, JsonNode b) {
        return a.isNumber() && b.isNumber()
                ? Double.compare(a.doubleValue(), b.doubleValue())
                : a.asText().compareTo(b.asText());
    }

    @Override
    public Entity pick(String key) {
        return entities.stream()
                .filter(e -> e.id().toString().equals(key))
                .findFirst()
                .orElseThrow(() -> StaProblems.notFound(name + "(" + key + ")"));
    }
}
