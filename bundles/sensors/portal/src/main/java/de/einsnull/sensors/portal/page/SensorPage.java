package de.einsnull.sensors.portal.page;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.ObservationQuery;
import de.einsnull.sensors.api.Page;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.SensorDirectory;
import de.einsnull.sensors.api.SensorModel;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.portal.chart.Period;
import de.einsnull.sensors.portal.layer.ThingStates;
import de.einsnull.sensors.portal.text.Values;
import de.einsnull.sensors.portal.text.Words;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page of one sensor: last values, chart, table, download. Shows open data only. */
final class SensorPage {

    private static final Logger LOG = LoggerFactory.getLogger(SensorPage.class);

    private final SensorDirectory directory;
    private final ThingStates states;
    private final Words words;
    private final Values values;
    private final History history;
    private final Clock clock;

    SensorPage(SensorDirectory directory, ThingStates states, Words words, Values values, ZoneId zone, Clock clock) {
        this.directory = directory;
        this.states = states;
        this.words = words;
        this.values = values;
        this.history = new History(directory, values, zone);
        this.clock = clock;
    }

    PageResponse show(PageRequest request, Thing thing) {
        var streams = openStreams(thing);
        var chosen = chosen(thing, streams, request);
        if (chosen.isEmpty()) {
            return PageResponse.notFound();
        }
        var period = Period.ofWord(request.parameter("zeitraum").orElse(""));
        var model = new HashMap<String, Object>();
        var language = request.language();
        model.put("thing", ThingView.of(thing, states.of(thing, language, clock.instant())));
        model.put("readings", readings(streams, chosen.get(), language, false));
        model.put("technical", readings(streams, chosen.get(), language, true));
        model.put("channel", chosen.get().channel().id());
        model.put("channelName", words.channel(language, chosen.get().channel()));
        String explanation = "explain." + chosen.get().channel().id();
        model.put("explanation", words.has(explanation) ? explanation : "");
        model.put("periods", List.of(Period.values()));
        model.put("period", period);
        model.put("licence", chosen.get().licence());
        model.put("source", source(chosen.get()));
        model.putAll(series(chosen.get(), period, language));
        return new PageResponse.View("sensor", "sensor.pageTitle", new Object[] {thing.name()}, model, 200);
    }

    /** Without the database the last values are still there; the page says that the history is not. */
    private Map<String, Object> series(Datastream stream, Period period, Language language) {
        try {
            return Map.of("series", history.of(stream, period, clock.instant(), language), "broken", false);
        } catch (SensorDataException e) {
            LOG.warn("The history of datastream {} cannot be shown", stream.id(), e);
            return Map.of("series", "", "broken", true);
        }
    }

    PageResponse csv(PageRequest request, Thing thing) {
        var chosen = chosen(thing, openStreams(thing), request);
        if (chosen.isEmpty()) {
            return PageResponse.notFound();
        }
        var period = Period.ofWord(request.parameter("zeitraum").orElse(""));
        var now = clock.instant();
        var query = new ObservationQuery(now.minus(period.length()), now, true, 0, Page.MAX, false);
        var observations = directory.observations(chosen.get().id(), query).items();
        return new PageResponse.Content("text/csv; charset=utf-8", Csv.write(chosen.get(), thing.demo(), observations));
    }

    private static List<Datastream> openStreams(Thing thing) {
        return thing.datastreams().stream().filter(Datastream::open).toList();
    }

    private static Optional<Datastream> chosen(Thing thing, List<Datastream> streams, PageRequest request) {
        String wanted = request.parameter("reihe").orElse("");
        return streams.stream()
                .filter(stream -> stream.channel().id().equals(wanted))
                .findFirst()
                .or(() -> ThingStates.mainStream(thing).filter(streams::contains))
                .or(() -> streams.stream().findFirst());
    }

    private List<ReadingView> readings(
            List<Datastream> streams, Datastream chosen, Language language, boolean technical) {
        return streams.stream()
                .filter(stream -> ThingStates.isTechnical(stream) == technical)
                .sorted(Comparator.comparing(Datastream::id))
                .map(stream -> reading(stream, stream.id() == chosen.id(), language))
                .toList();
    }

    private ReadingView reading(Datastream stream, boolean chosen, Language language) {
        var channel = stream.channel();
        return new ReadingView(
                channel.id(),
                words.channel(language, channel),
                stream.last()
                        .map(last -> values.plain(language, channel, last.value()))
                        .orElse(""),
                values.unit(channel),
                stream.last().map(last -> last.phenomenonTime()).orElse(null),
                chosen);
    }

    private String source(Datastream stream) {
        return directory.models().stream()
                .filter(model -> model.id() == stream.sensor())
                .map(SensorModel::name)
                .findFirst()
                .orElse("");
    }
}
