package de.einsnull.sensors.portal.page;

import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.sensors.api.Page;
import de.einsnull.sensors.api.SensorDirectory;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.api.ThingQuery;
import de.einsnull.sensors.portal.layer.LayerSpec;
import de.einsnull.sensors.portal.layer.ThingStates;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The list of all sensors with filter and pages. */
final class SensorList {

    private static final int SIZE = 25;
    private static final int LONGEST_TEXT = 100;

    private final SensorDirectory directory;
    private final ThingStates states;
    private final Clock clock;

    SensorList(SensorDirectory directory, ThingStates states, Clock clock) {
        this.directory = directory;
        this.states = states;
        this.clock = clock;
    }

    PageResponse show(PageRequest request) {
        String text = shortened(request.parameter("suche").orElse(""));
        String kind = request.parameter("art").orElse("");
        var found =
                directory.things(new ThingQuery(Set.of(), Optional.empty(), text, true, 0, Page.MAX)).items().stream()
                        .filter(thing -> kind.isEmpty()
                                || LayerSpec.of(thing.kind()).id().equals(kind))
                        .toList();
        int pages = Math.max(1, (found.size() + SIZE - 1) / SIZE);
        int page = Math.max(1, Math.min(pages, number(request.parameter("seite").orElse(""))));
        var model = new HashMap<String, Object>();
        model.put(
                "things",
                found.stream()
                        .skip((page - 1L) * SIZE)
                        .limit(SIZE)
                        .map(thing -> view(thing, request))
                        .toList());
        model.put("total", found.size());
        model.put("page", page);
        model.put("pages", pages);
        model.put("text", text);
        model.put("kind", kind);
        model.put("kinds", kinds());
        model.put("href", "sensoren?art=" + encoded(kind) + "&suche=" + encoded(text) + "&seite={page}");
        return PageResponse.view("sensors", "sensors.title", model);
    }

    /** Only kinds of which there is at least one thing. */
    private List<LayerSpec> kinds() {
        var things = directory.things(ThingQuery.open()).items();
        return LayerSpec.all().stream()
                .filter(layer -> things.stream()
                        .anyMatch(thing -> LayerSpec.of(thing.kind()).equals(layer)))
                .toList();
    }

    private ThingView view(Thing thing, PageRequest request) {
        return ThingView.of(thing, states.of(thing, request.language(), clock.instant()));
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 1;
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(LONGEST_TEXT, text.length()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
