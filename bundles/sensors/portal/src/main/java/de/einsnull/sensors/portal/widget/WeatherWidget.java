package de.einsnull.sensors.portal.widget;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.MapFeature.State;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.StartWidget;
import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.Kinds;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.portal.text.Values;
import de.einsnull.sensors.portal.widget.WidgetData.Seen;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How the weather is, and how the trees are. */
@Component(service = StartWidget.class)
public final class WeatherWidget implements StartWidget {

    private final WidgetData data;
    private final Values values;

    /**
     * Makes the card.
     *
     * @param data the city's data
     * @param values prints values
     */
    @Activate
    public WeatherWidget(@Reference WidgetData data, @Reference Values values) {
        this.data = data;
        this.values = values;
    }

    @Override
    public int order() {
        return 120;
    }

    @Override
    public Optional<Card> render(PageRequest request) {
        var language = request.language();
        var station = data.known(Kinds.WEATHER, language).stream()
                .min(Comparator.comparingLong(seen -> seen.thing().id()));
        if (station.isEmpty()) {
            return Optional.empty();
        }
        var trees = data.known(Kinds.SOIL, language);
        var seen = station.get();
        var model = new HashMap<String, Object>();
        model.put("temperature", plain(seen, Channels.AIR_TEMPERATURE, language));
        model.put("humidity", full(seen, Channels.RELATIVE_HUMIDITY, language));
        model.put("wind", full(seen, Channels.WIND_SPEED, language));
        model.put("station", seen.thing().name());
        model.put("path", "sensoren/" + seen.thing().id());
        model.put("dry", WidgetData.count(trees, State.WARNING));
        model.put("trees", (long) trees.size());
        model.put("observedAt", seen.state().at().orElse(null));
        model.put("demo", seen.thing().demo());
        return Optional.of(new Card("widget-weather", model));
    }

    private String plain(Seen seen, String channel, Language language) {
        return print(seen, channel, (known, value) -> values.plain(language, known, value));
    }

    private String full(Seen seen, String channel, Language language) {
        return print(seen, channel, (known, value) -> values.full(language, known, value));
    }

    private interface Printer {
        String print(Channel channel, Value value);
    }

    private static String print(Seen seen, String channel, Printer printer) {
        return seen.thing()
                .datastream(channel)
                .filter(Datastream::open)
                .flatMap(stream -> stream.last().map(last -> printer.print(stream.channel(), last.value())))
                .orElse("");
    }
}
