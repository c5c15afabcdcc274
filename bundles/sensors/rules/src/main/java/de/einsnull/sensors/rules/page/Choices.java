package de.einsnull.sensors.rules.page;

import de.einsnull.portal.api.Language;
import de.einsnull.sensors.api.Page;
import de.einsnull.sensors.api.SensorDirectory;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.api.ThingQuery;
import de.einsnull.sensors.rules.model.Operator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the form of a rule offers: what there is in the city, named in a language. */
final class Choices {

    private static final int MOST_THINGS = 1_000;

    private final List<Thing> things;
    private final Words words;
    private final Language language;

    Choices(SensorDirectory directory, Words words, Language language) {
        this.things = directory
                .things(new ThingQuery(Set.of(), Optional.empty(), "", false, 0, Page.MAX))
                .items();
        this.words = words;
        this.language = language;
    }

    /** All lists by the names that the template knows. */
    Map<String, Object> model() {
        var model = new HashMap<String, Object>();
        model.put("kinds", first("rule.kind.all", named(Thing::kind, kind -> words.kind(language, kind))));
        model.put("groups", first("rule.group.all", named(Thing::group, group -> group)));
        model.put("things", first("rule.thing.all", devices()));
        model.put("places", first("condition.place.own", devices()));
        model.put("channels", first("condition.channel.choose", channels()));
        model.put("moreChannels", first("condition.channel.none", channels()));
        model.put("operators", operators());
        model.put("joins", joins());
        return model;
    }

    boolean hasKind(String kind) {
        return things.stream().anyMatch(thing -> thing.kind().equals(kind));
    }

    boolean hasGroup(String group) {
        return things.stream().anyMatch(thing -> thing.group().equals(group));
    }

    boolean hasThing(long id) {
        return things.stream().anyMatch(thing -> thing.id() == id);
    }

    boolean hasChannel(String channel) {
        return channelIds().anyMatch(channel::equals);
    }

    private Stream<String> channelIds() {
        return things.stream().flatMap(thing -> thing.datastreams().stream()).map(stream -> stream.channel()
                .id());
    }

    private Map<String, String> channels() {
        var units = new TreeMap<String, String>();
        things.stream()
                .flatMap(thing -> thing.datastreams().stream())
                .forEach(s -> units.putIfAbsent(
                        s.channel().id(), Readings.unit(s.channel().unit())));
        return byName(units.keySet().stream(), id -> {
            String unit = units.get(id);
            return words.channel(language, id) + (unit.isEmpty() ? "" : " (" + unit + ")");
        });
    }

    private Map<String, String> named(Function<Thing, String> id, Function<String, String> name) {
        return byName(things.stream().map(id).filter(one -> !one.isEmpty()).distinct(), name);
    }

    private Map<String, String> devices() {
        var names = new LinkedHashMap<String, String>();
        things.stream()
                .sorted(Comparator.comparing(Thing::name))
                .limit(MOST_THINGS)
                .forEach(thing -> names.put(Long.toString(thing.id()), thing.name()));
        return names;
    }

    private static Map<String, String> byName(Stream<String> ids, Function<String, String> name) {
        var sorted = new LinkedHashMap<String, String>();
        ids.distinct().sorted(Comparator.comparing(name)).forEach(id -> sorted.put(id, name.apply(id)));
        return sorted;
    }

    private Map<String, String> first(String key, Map<String, String> rest) {
        var all = new LinkedHashMap<String, String>();
        all.put("", words.text(language, key));
        all.putAll(rest);
        return all;
    }

    private Map<String, String> operators() {
        var all = new LinkedHashMap<String, String>();
        for (var operator : Operator.values()) {
            all.put(operator.name(), words.text(language, "operator." + operator));
        }
        return all;
    }

    private Map<String, String> joins() {
        var all = new LinkedHashMap<String, String>();
        all.put("alle", words.text(language, "rule.join.all"));
        all.put("eine", words.text(language, "rule.join.any"));
        return all;
    }
}
