package de.einsnull.sensors.portal.widget;

import static de.einsnull.sensors.portal.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.StartWidget;
import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.ChargingStatus;
import de.einsnull.sensors.api.Kinds;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.portal.Fixtures;
import de.einsnull.sensors.portal.layer.ThingStates;
import de.einsnull.sensors.portal.text.Values;
import de.einsnull.sensors.testkit.FakeSensorDirectory;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The numbers that greet a citizen on the start page. */
class WidgetsTest {

    private final FakeSensorDirectory directory = new FakeSensorDirectory();
    private final Values values = new Values(Fixtures.words());
    private final WidgetData data = data(NOON);

    private WidgetData data(java.time.Instant now) {
        return new WidgetData(directory, new ThingStates(Fixtures.words(), values), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Map<String, Object> model(StartWidget widget) throws Exception {
        return widget.render(Fixtures.request("", Map.of())).orElseThrow().model();
    }

    private static Thing bay(long id, String group, boolean occupied) {
        var stream = Fixtures.stream(id, Channels.OCCUPIED, Value.of(occupied), "", NOON);
        return new Thing(
                id, "Platz " + id, "", Kinds.PARKING_BAY, group, Optional.empty(), 0, false, Map.of(), List.of(stream));
    }

    private void carPark(long id, double free, String capacity) {
        directory.put(Fixtures.thing(
                id,
                Kinds.CAR_PARK,
                Map.of("capacity", capacity),
                Fixtures.stream(id, Channels.FREE_SPACES, Value.of(free), "1", NOON.minusSeconds(30))));
    }

    @Test
    void parkingAddsCarParksAndBays() throws Exception {
        carPark(1, 34, "120");
        directory.put(bay(2, "Rathaus", false));
        directory.put(bay(3, "Rathaus", true));

        var model = model(new ParkingWidget(data));

        assertThat(model.get("free")).isEqualTo(35L);
        assertThat(model.get("places"))
                .isEqualTo(
                        List.of(new ParkingWidget.Place("Ding 1", 34, 120), new ParkingWidget.Place("Rathaus", 1, 2)));
        assertThat(model.get("observedAt")).isEqualTo(NOON);
        assertThat(model.get("demo")).isEqualTo(true);
    }

    @Test
    void nothingKnownShowsNoCard() throws Exception {
        assertThat(new ParkingWidget(data).render(Fixtures.request("", Map.of())))
                .isEmpty();
        assertThat(new ChargingWidget(data).render(Fixtures.request("", Map.of())))
                .isEmpty();
        assertThat(new WeatherWidget(data, values).render(Fixtures.request("", Map.of())))
                .isEmpty();
    }

    @Test
    void oldValuesAreNotSoldAsThePresent() {
        carPark(1, 34, "120");

        assertThat(new ParkingWidget(data(NOON.plus(Duration.ofHours(5)))).render(Fixtures.request("", Map.of())))
                .isEmpty();
    }

    @Test
    void chargingCountsFreeAndBroken() throws Exception {
        String[] states = {ChargingStatus.AVAILABLE, ChargingStatus.CHARGING, ChargingStatus.OUT_OF_ORDER};
        for (int i = 0; i < states.length; i++) {
            directory.put(
                    Fixtures.simple(i + 1, Kinds.CHARGING_POINT, Channels.CHARGING_STATUS, Value.of(states[i]), ""));
        }

        assertThat(model(new ChargingWidget(data)))
                .containsEntry("free", 1L)
                .containsEntry("total", 3L)
                .containsEntry("faults", 1L);
    }

    @Test
    void weatherTellsOfThirstyTrees() throws Exception {
        directory.put(Fixtures.simple(1, Kinds.WEATHER, Channels.AIR_TEMPERATURE, Value.of(21.44), "Cel"));
        directory.put(Fixtures.simple(2, Kinds.SOIL, Channels.SOIL_MOISTURE, Value.of(12), "%"));
        directory.put(Fixtures.simple(3, Kinds.SOIL, Channels.SOIL_MOISTURE, Value.of(28), "%"));

        assertThat(model(new WeatherWidget(data, values)))
                .containsEntry("temperature", "21,4")
                .containsEntry("humidity", "")
                .containsEntry("dry", 1L)
                .containsEntry("trees", 2L);
    }
}
