package de.einsnull.sensors.rest.sta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes entities and pages with their {@code @iot} annotations. */
final class Answers {

    private final String base;

    /** Takes the address of the service root, without a slash at the end. */
    Answers(String base) {
        this.base = base;
    }

    JsonNode root(Iterable<String> sets) {
        var root = node();
        var value = root.putArray("value");
        sets.forEach(name -> value.addObject().put("name", name).put("url", base + "/" + name));
        var settings = root.putObject("serverSettings");
        settings.putArray("conformance")
                .add("http://www.opengis.net/spec/iot_sensing/1.1/req/datamodel")
                .add("http://www.opengis.net/spec/iot_sensing/1.1/req/resource-path/resource-path-to-entities");
        return root;
    }

    JsonNode page(EntitySet.Slice slice, Options options, String address, Map<String, String> query) {
        var page = node();
        if (slice.total() >= 0) {
            page.put("@iot.count", slice.total());
        }
        if (slice.more() && options.top() > 0) {
            var next = new TreeMap<>(query);
            next.put("$skip", String.valueOf(options.skip() + options.top()));
            page.put("@iot.nextLink", address + "?" + encode(next));
        }
        var value = page.putArray("value");
        slice.items().forEach(e -> value.add(entity(e, options.select())));
        return page;
    }

    JsonNode references(EntitySet.Slice slice) {
        var page = node();
        var value = page.putArray("value");
        slice.items().forEach(e -> value.addObject().put("@iot.selfLink", link(e)));
        return page;
    }

    ObjectNode entity(Entity entity, List<String> select) {
        var json = node();
        if (wanted("@iot.id", select) || select.contains("id")) {
            if (entity.id() instanceof Long number) {
                json.put("@iot.id", number);
            } else {
                json.put("@iot.id", entity.id().toString());
            }
        }
        if (wanted("@iot.selfLink", select)) {
            json.put("@iot.selfLink", link(entity));
        }
        entity.properties().properties().stream()
                .filter(p -> wanted(p.getKey(), select))
                .forEach(p -> json.set(p.getKey(), p.getValue()));
        entity.one().keySet().stream().filter(n -> wanted(n, select)).forEach(n -> navigation(json, entity, n));
        entity.many().keySet().stream()
                .sorted()
                .filter(n -> wanted(n, select))
                .forEach(n -> navigation(json, entity, n));
        return json;
    }

    private void navigation(ObjectNode json, Entity entity, String name) {
        json.put(name + "@iot.navigationLink", link(entity) + "/" + name);
    }

    private static boolean wanted(String name, List<String> select) {
        return select.isEmpty() || select.contains(name);
    }

    private String link(Entity entity) {
        return base + "/" + entity.set() + "(" + entity.key() + ")";
    }

    private static String encode(Map<String, String> query) {
        return query.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
