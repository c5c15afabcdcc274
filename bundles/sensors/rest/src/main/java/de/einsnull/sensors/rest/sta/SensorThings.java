package de.einsnull.sensors.rest.sta;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.api.SensorDirectory;
import de.einsnull.sensors.rest.sta.ResourcePath.Segment;
import java.util.Map;
import java.util.Optional;

/** Follows a resource path to what is answered. Thread-safe. */
final class SensorThings {

    private record Cached(long version, Model model) {}

    private final SensorDirectory directory;
    private volatile Optional<Cached> cached = Optional.empty();

    SensorThings(SensorDirectory directory) {
        this.directory = directory;
    }

    private Model model() {
        long version = directory.version();
        var now = cached.filter(c -> c.version() == version).orElseGet(() -> new Cached(version, new Model(directory)));
        cached = Optional.of(now);
        return now.model();
    }

    /**
     * Answers a request.
     *
     * @param base address of the service root, without a slash at the end
     * @param path what follows it, without a slash at the beginning
     * @param query query parameters
     * @return JSON, or a plain text for {@code $value}
     */
    Object get(String base, String path, Map<String, String> query) {
        var options = Options.parse(query);
        var answers = new Answers(base);
        var roots = model().roots();
        if (path.isEmpty()) {
            return answers.root(roots.keySet());
        }
        var segments = ResourcePath.parse(path)
                .orElseThrow(() -> StaProblems.notFound(path))
                .segments();
        var first = roots.get(segments.get(0).name());
        if (first == null) {
            throw StaProblems.notFound(segments.get(0).name());
        }
        Object at = step(first.get(), segments.get(0));
        for (Segment segment : segments.subList(1, segments.size())) {
            at = follow(at, segment, answers, options);
        }
        return finish(at, answers, options, base + "/" + path, query);
    }

    private static Object step(EntitySet set, Segment segment) {
        return segment.key().<Object>map(set::pick).orElse(set);
    }

    private static Object follow(Object at, Segment segment, Answers answers, Options options) {
        if (at instanceof EntitySet set && segment.name().equals("$ref")) {
            return answers.references(set.slice(options));
        }
        if (at instanceof Entity entity) {
            if (entity.many().containsKey(segment.name())) {
                return step(entity.many().get(segment.name()).get(), segment);
            }
            if (entity.one().containsKey(segment.name()) && segment.key().isEmpty()) {
                return entity.one().get(segment.name()).get();
            }
            return property(entity, segment, answers);
        }
        if (at instanceof Property property && segment.name().equals("$value")) {
            return property.value().isContainerNode()
                    ? property.value()
                    : property.value().asText();
        }
        throw StaProblems.notFound(segment.name());
    }

    private record Property(String name, JsonNode value) {}

    private static Property property(Entity entity, Segment segment, Answers answers) {
        var value = answers.entity(entity, java.util.List.of()).get(segment.name());
        boolean navigation = segment.name().contains("@iot.navigationLink");
        if (value == null || navigation || segment.key().isPresent()) {
            throw StaProblems.notFound(segment.name());
        }
        return new Property(segment.name(), value);
    }

    private static Object finish(
            Object at, Answers answers, Options options, String address, Map<String, String> query) {
        if (at instanceof EntitySet set) {
            return answers.page(set.slice(options), options, address, query);
        }
        if (at instanceof Entity entity) {
            return answers.entity(entity, options.select());
        }
        if (at instanceof Property property) {
            var node = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
            return node.set(property.name(), property.value());
        }
        return at;
    }
}
