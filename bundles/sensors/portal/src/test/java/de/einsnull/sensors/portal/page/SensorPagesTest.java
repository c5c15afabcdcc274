package de.einsnull.sensors.portal.page;

import static de.einsnull.sensors.portal.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PageResponse.Content;
import de.einsnull.portal.api.PageResponse.NotFound;
import de.einsnull.portal.api.PageResponse.View;
import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.Kinds;
import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.ThingQuery;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.portal.Fixtures;
import de.einsnull.sensors.portal.chart.Sample;
import de.einsnull.sensors.portal.layer.ThingStates;
import de.einsnull.sensors.portal.text.Values;
import de.einsnull.sensors.testkit.FakeSensorDirectory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The list of sensors and the page of one of them. */
class SensorPagesTest {

    private final FakeSensorDirectory directory = new FakeSensorDirectory();
    private final Values values = new Values(Fixtures.words());
    private final SensorPages pages = new SensorPages(
            directory,
            new ThingStates(Fixtures.words(), values),
            Fixtures.words(),
            values,
            Clock.fixed(NOON, ZoneId.of("Europe/Berlin")));

    private PageResponse get(String path, Map<String, List<String>> parameters) {
        return pages.handle(Fixtures.request(path, parameters));
    }

    private Map<String, Object> model(String path, Map<String, List<String>> parameters) {
        return ((View) get(path, parameters)).model();
    }

    private void weatherStation() {
        directory.put(Fixtures.thing(
                5,
                Kinds.WEATHER,
                Map.of(),
                Fixtures.stream(5, Channels.AIR_TEMPERATURE, Value.of(21.4), "Cel", NOON),
                Fixtures.stream(5, Channels.RELATIVE_HUMIDITY, Value.of(45), "%", NOON),
                Fixtures.stream(5, Channels.BATTERY_VOLTAGE, Value.of(3.6), "V", NOON)));
    }

    private void history(String channel, Value... hourly) {
        var thing = directory.things(ThingQuery.open()).items().get(0);
        long stream = thing.datastream(channel).orElseThrow().id();
        for (int i = 0; i < hourly.length; i++) {
            var at = NOON.minus(Duration.ofHours(hourly.length - i));
            directory.observe(new Observation(stream, at, at, i, hourly[i]));
        }
    }

    @Test
    void theListHasPagesOfTwentyFive() {
        for (int i = 1; i <= 60; i++) {
            directory.put(Fixtures.simple(i, Kinds.SOIL, Channels.SOIL_MOISTURE, Value.of(20), "%"));
        }

        var last = model("", Map.of("seite", List.of("3")));

        assertThat((List<?>) last.get("things")).hasSize(10);
        assertThat(last.get("total")).isEqualTo(60);
        assertThat(model("", Map.of("seite", List.of("77"))).get("page")).isEqualTo(3);
    }

    @Test
    void theListIsFilteredByKindAndText() {
        weatherStation();
        directory.put(Fixtures.simple(6, Kinds.SOIL, Channels.SOIL_MOISTURE, Value.of(20), "%"));

        assertThat(model("", Map.of("art", List.of("soil"))).get("total")).isEqualTo(1);
        assertThat(model("", Map.of("suche", List.of("ding 5"))).get("total")).isEqualTo(1);
        assertThat((List<?>) model("", Map.of()).get("kinds")).hasSize(2);
    }

    @Test
    void aSensorShowsItsValuesAndKeepsTheBatteryApart() {
        weatherStation();
        history(Channels.AIR_TEMPERATURE, Value.of(18), Value.of(19), Value.of(23));

        var model = model("5", Map.of());

        assertThat((List<?>) model.get("readings")).hasSize(2);
        assertThat((List<?>) model.get("technical")).hasSize(1);
        assertThat(model.get("channel")).isEqualTo(Channels.AIR_TEMPERATURE);
        assertThat(model.get("explanation")).isEqualTo("explain.air_temperature");
        var series = (SeriesView) model.get("series");
        assertThat(series.lowest()).isEqualTo("18,0\u00a0°C");
        assertThat(series.highest()).isEqualTo("23,0\u00a0°C");
        assertThat(series.mean()).isEqualTo("20,0\u00a0°C");
        assertThat(series.rows().get(0).value()).isEqualTo("23,0\u00a0°C");
    }

    @Test
    void anotherSeriesAndPeriodCanBeChosen() {
        weatherStation();

        var model = model("5", Map.of("reihe", List.of(Channels.RELATIVE_HUMIDITY), "zeitraum", List.of("7t")));

        assertThat(model.get("channel")).isEqualTo(Channels.RELATIVE_HUMIDITY);
        assertThat(model.get("period").toString()).isEqualTo("WEEK");
        assertThat(((SeriesView) model.get("series")).empty()).isTrue();
    }

    @Test
    void withoutTheDatabaseTheLastValuesAreStillShown() {
        weatherStation();
        directory.setAway(true);

        var model = model("5", Map.of());

        assertThat(model.get("broken")).isEqualTo(true);
        assertThat((List<?>) model.get("readings")).hasSize(2);
    }

    @Test
    void aBayShowsWhenItWasInUse() {
        directory.put(Fixtures.simple(1, Kinds.PARKING_BAY, Channels.OCCUPIED, Value.of(true), ""));
        history(Channels.OCCUPIED, Value.of(true), Value.of(false), Value.of(true), Value.of(true));

        var series = (SeriesView) model("1", Map.of()).get("series");

        assertThat(series.bands()).isTrue();
        assertThat(series.inUse()).isEqualTo(75);
    }

    @Test
    void shareInUseCountsTime() {
        var samples = List.of(new Sample(NOON.minusSeconds(100), 1), new Sample(NOON.minusSeconds(25), 0));

        assertThat(History.shareInUse(samples, NOON)).isCloseTo(0.75, within(1e-9));
        assertThat(History.shareInUse(List.of(), NOON)).isZero();
    }

    @Test
    void theDownloadIsForProgramsAndMarkedAsDemo() {
        weatherStation();
        history(Channels.AIR_TEMPERATURE, Value.of(18.5));

        var content = (Content) get("5/daten.csv", Map.of());

        assertThat(content.mediaType()).startsWith("text/csv");
        assertThat(new String(content.body(), StandardCharsets.UTF_8))
                .isEqualTo("time,value,unit,demo\r\n2026-11-24T10:00:00Z,18.5,Cel,true\r\n");
    }

    @Test
    void aTextFromADeviceCannotBecomeAFormula() {
        directory.put(Fixtures.simple(3, "other", "note", Value.of("=SUM(A1)"), ""));
        history("note", Value.of("=HYPERLINK(\"http://x\",\"y\")"));

        assertThat(new String(((Content) get("3/daten.csv", Map.of())).body(), StandardCharsets.UTF_8))
                .contains(",\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",");
    }

    @Test
    void whatIsNotOpenIsNotThere() {
        var open = Fixtures.stream(4, Channels.AIR_TEMPERATURE, Value.of(20), "Cel", NOON);
        var closed =
                new Datastream(open.id(), 4, open.name(), open.channel(), 1, 1, false, open.licence(), open.last());
        directory.put(Fixtures.thing(4, Kinds.WEATHER, Map.of(), closed));

        assertThat(get("4", Map.of())).isInstanceOf(NotFound.class);
        assertThat(get("4/daten.csv", Map.of())).isInstanceOf(NotFound.class);
        assertThat(get("99", Map.of())).isInstanceOf(NotFound.class);
        assertThat(get("4/other", Map.of())).isInstanceOf(NotFound.class);
        assertThat(get("x", Map.of())).isInstanceOf(NotFound.class);
    }
}
