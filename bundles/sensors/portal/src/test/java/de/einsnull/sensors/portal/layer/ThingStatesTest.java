package de.einsnull.sensors.portal.layer;

import static de.einsnull.sensors.portal.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.MapFeature.State;
import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.ChargingStatus;
import de.einsnull.sensors.api.Kinds;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.portal.Fixtures;
import de.einsnull.sensors.portal.text.Values;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A wrong state sends somebody to a bay that is taken. */
class ThingStatesTest {

    private final ThingStates states = new ThingStates(Fixtures.words(), new Values(Fixtures.words()));

    private ThingState of(Thing thing) {
        return states.of(thing, Language.DE, NOON);
    }

    private static Thing bay(boolean occupied) {
        return Fixtures.simple(1, Kinds.PARKING_BAY, Channels.OCCUPIED, Value.of(occupied), "");
    }

    private static Thing charging(String status) {
        return Fixtures.simple(1, Kinds.CHARGING_POINT, Channels.CHARGING_STATUS, Value.of(status), "");
    }

    private static Thing carPark(double free, Map<String, String> properties) {
        return Fixtures.thing(
                1,
                Kinds.CAR_PARK,
                properties,
                Fixtures.stream(1, Channels.FREE_SPACES, Value.of(free), "1", NOON.minusSeconds(60)));
    }

    @Test
    void aBayIsFreeOrOccupied() {
        assertThat(of(bay(false)).state()).isEqualTo(State.FREE);
        assertThat(of(bay(true)).state()).isEqualTo(State.OCCUPIED);
        assertThat(of(bay(true)).text()).isEqualTo("Belegt");
    }

    @Test
    void anOldValueMeansUnknownButKeepsItsAge() {
        var later = NOON.plus(Duration.ofHours(27));
        var state = states.of(bay(false), Language.DE, later);

        assertThat(state.state()).isEqualTo(State.UNKNOWN);
        assertThat(state.at()).contains(NOON.minus(Duration.ofMinutes(5)));
    }

    @Test
    void aThingThatNeverSaidAnythingIsUnknown() {
        assertThat(of(Fixtures.thing(1, Kinds.PARKING_BAY, Map.of())).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void aCarParkTellsHowMuchRoomThereIs() {
        assertThat(of(carPark(34, Map.of("capacity", "120"))).value()).isEqualTo("34 von 120 frei");
        assertThat(of(carPark(34, Map.of())).value()).isEqualTo("34 frei");
        assertThat(of(carPark(0, Map.of())).state()).isEqualTo(State.OCCUPIED);
        assertThat(of(carPark(0, Map.of())).text()).isEqualTo("Voll");
    }

    @Test
    void everyChargingStatusHasAMeaning() {
        assertThat(of(charging(ChargingStatus.AVAILABLE)).state()).isEqualTo(State.FREE);
        assertThat(of(charging(ChargingStatus.CHARGING)).state()).isEqualTo(State.OCCUPIED);
        assertThat(of(charging(ChargingStatus.BLOCKED)).state()).isEqualTo(State.OCCUPIED);
        assertThat(of(charging(ChargingStatus.RESERVED)).state()).isEqualTo(State.OCCUPIED);
        assertThat(of(charging(ChargingStatus.OUT_OF_ORDER)).state()).isEqualTo(State.FAULT);
        assertThat(of(charging(ChargingStatus.UNKNOWN)).state()).isEqualTo(State.UNKNOWN);
        assertThat(of(charging("somethingnew")).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void dryTreesAreConspicuous() {
        var dry = of(Fixtures.simple(1, Kinds.SOIL, Channels.SOIL_MOISTURE, Value.of(11.4), "%"));
        var moist = of(Fixtures.simple(1, Kinds.SOIL, Channels.SOIL_MOISTURE, Value.of(31.0), "%"));

        assertThat(dry.state()).isEqualTo(State.WARNING);
        assertThat(dry.value()).isEqualTo("11\u00a0%");
        assertThat(moist.state()).isEqualTo(State.READING);
    }

    @Test
    void fewPeopleAreNotCountedExactly() {
        var few = of(Fixtures.simple(1, Kinds.PEOPLE_COUNTER, Channels.PEOPLE_COUNT, Value.of(3), "1"));
        var many = of(Fixtures.simple(1, Kinds.PEOPLE_COUNTER, Channels.PEOPLE_COUNT, Value.of(1_230), "1"));
        var cars = of(Fixtures.simple(1, Kinds.TRAFFIC_COUNTER, Channels.VEHICLE_COUNT, Value.of(3), "1"));

        assertThat(few.value()).isEqualTo("unter 5");
        assertThat(many.value()).isEqualTo("1.230");
        assertThat(cars.value()).isEqualTo("3");
    }

    @Test
    void aKindThatNobodyKnowsShowsItsFirstValueAndNotItsBattery() {
        var thing = Fixtures.thing(
                1,
                "beehive",
                Map.of(),
                Fixtures.stream(1, Channels.BATTERY_VOLTAGE, Value.of(3.6), "V", NOON),
                Fixtures.stream(1, "hive_weight", Value.of(41.5), "kg", NOON));

        var state = of(thing);

        assertThat(state.state()).isEqualTo(State.READING);
        assertThat(state.text()).isEqualTo("hive weight");
        assertThat(state.value()).isEqualTo("41,5\u00a0kg");
    }

    @Test
    void numbersFollowTheLanguage() {
        var weather = Fixtures.simple(1, Kinds.WEATHER, Channels.AIR_TEMPERATURE, Value.of(-0.04), "Cel");

        assertThat(states.of(weather, Language.DE, NOON).value()).isEqualTo("0,0\u00a0°C");
        assertThat(states.of(weather, Language.EN, NOON).value()).isEqualTo("0.0\u00a0°C");
        assertThat(states.of(weather, Language.AR, NOON).value()).isEqualTo("\u20660.0\u00a0°C\u2069");
    }
}
