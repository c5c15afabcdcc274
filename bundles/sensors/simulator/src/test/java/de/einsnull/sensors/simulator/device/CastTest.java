package de.einsnull.sensors.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.ChargingStatus;
import de.einsnull.sensors.api.Kinds;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.driver.Frame;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.codec.dragino.Lse01Codec;
import de.einsnull.sensors.codec.nwave.Nps405Codec;
import de.einsnull.sensors.simulator.city.CityDay.Place;
import de.einsnull.sensors.simulator.city.Climate;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the demo's devices say has to pass the real codecs and drivers, and to be the same at every performance. */
class CastTest {

    private static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    private static final Pattern PAYLOAD =
            Pattern.compile("\"f_port\":(\\d+),\"f_cnt\":(\\d+),\"frm_payload\":\"([^\"]+)\"");

    private static Moment moment(Instant at) {
        return new Moment(at, at);
    }

    private static String text(Said said) {
        return new String(said.payload(), StandardCharsets.UTF_8);
    }

    private static Frame frame(Said said) {
        var found = PAYLOAD.matcher(text(said));
        assertThat(found.find()).isTrue();
        byte[] bytes = Base64.getDecoder().decode(found.group(3));
        return new Frame("x", Integer.parseInt(found.group(1)), 0, ByteBuffer.wrap(bytes), NOON);
    }

    private static Value value(List<Reading> readings, String channel) {
        return readings.stream()
                .filter(reading -> reading.channel().equals(channel))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void theCityHasTheDevicesThatWerePromised() {
        var kinds = Cast.all().stream()
                .collect(Collectors.groupingBy(role -> role.registration().kind(), Collectors.counting()));

        assertThat(kinds)
                .containsEntry(Kinds.PARKING_BAY, 60L)
                .containsEntry(Kinds.CAR_PARK, 3L)
                .containsEntry(Kinds.CHARGING_POINT, 12L)
                .containsEntry(Kinds.WEATHER, 4L)
                .containsEntry(Kinds.SOIL, 20L)
                .containsEntry(Kinds.TRAFFIC_COUNTER, 5L)
                .containsEntry(Kinds.PEOPLE_COUNTER, 3L);
    }

    @Test
    void everyDeviceIsMarkedAsDemoAndLiesInTown() {
        assertThat(Cast.all()).extracting(Cast.Role::registration).allSatisfy(registration -> {
            assertThat(registration.demo()).isTrue();
            assertThat(registration.properties()).containsEntry("demo", "true");
            assertThat(registration.position().orElseThrow().latitude()).isCloseTo(51.8246, within(0.012));
            assertThat(registration.position().orElseThrow().longitude()).isCloseTo(8.1436, within(0.02));
        });
        assertThat(Cast.all().stream().map(role -> role.registration().externalId()))
                .doesNotHaveDuplicates();
    }

    @Test
    void twoPerformancesAreTheSame() {
        for (var role : Cast.all()) {
            var again = Cast.all().stream()
                    .filter(other -> other.registration().equals(role.registration()))
                    .findFirst()
                    .orElseThrow()
                    .script();
            var moments = role.script().moments(NOON.minus(Duration.ofDays(1)), NOON);
            assertThat(again.moments(NOON.minus(Duration.ofDays(1)), NOON)).isEqualTo(moments);
            assertThat(moments).isNotEmpty();
            var last = moment(moments.get(moments.size() - 1));
            assertThat(text(role.script().say(last))).isEqualTo(text(again.say(last)));
        }
    }

    @Test
    void aStretchPlayedInTwoPartsHasTheSameMoments() {
        var middle = NOON.minus(Duration.ofMinutes(37));
        for (var role : Cast.all()) {
            var from = NOON.minus(Duration.ofHours(5));
            var parts = new java.util.ArrayList<>(role.script().moments(from, middle));
            parts.addAll(role.script().moments(middle, NOON));
            assertThat(parts).isEqualTo(role.script().moments(from, NOON));
        }
    }

    @Test
    void aBaySaysWhatTheCodecOfItsMakerReads() throws Exception {
        var bay = new ParkingBay("02DE593020010001", 3, Place.CENTRE);
        var codec = new Nps405Codec();
        int heartbeats = 0;
        for (var at : bay.moments(NOON.minus(Duration.ofDays(2)), NOON)) {
            var frame = frame(bay.say(moment(at)));
            assertThat(value(codec.decode(frame), Channels.OCCUPIED)).isEqualTo(Value.of(bay.occupied(at)));
            if (frame.port() == 2) {
                heartbeats++;
                var battery = (Value.Quantity) value(codec.decode(frame), Channels.BATTERY_VOLTAGE);
                assertThat(battery.number()).isBetween(3.2, 3.4);
            }
        }
        assertThat(heartbeats).isEqualTo(8);
    }

    @Test
    void aTreeSaysWhatTheCodecOfItsMakerReads() throws Exception {
        var tree = new TreeSensor("02DE593020020001", 4);
        var at = tree.moments(NOON.minus(Duration.ofHours(2)), NOON).get(0);

        var readings = new Lse01Codec().decode(frame(tree.say(moment(at))));

        assertThat(((Value.Quantity) value(readings, Channels.SOIL_MOISTURE)).number())
                .isCloseTo(Climate.soilMoisture(4, at), within(0.01));
        assertThat(((Value.Quantity) value(readings, Channels.BATTERY_VOLTAGE)).number())
                .isBetween(3.3, 3.7);
    }

    @Test
    void anUplinkHasTheTopicAndTheMarkOfTheThingsStack() {
        var tree = new TreeSensor("02DE593020020001", 4);
        var said = tree.say(moment(NOON));

        assertThat(said.topic()).isEqualTo("v3/demo-oelde@demo/devices/eui-02de593020020001/up");
        assertThat(text(said))
                .contains("\"dev_eui\":\"02DE593020020001\"")
                .contains("\"received_at\":\"2026-11-24T11:00:00Z\"")
                .endsWith("\"simulated\":true}");
    }

    @Test
    void aCarParkIsNeverFullerThanFull() {
        var carPark = new CarPark("parken-1", 1, Place.CENTRE, 180);

        assertThat(carPark.moments(NOON.minus(Duration.ofDays(7)), NOON))
                .hasSizeGreaterThan(1_900)
                .allSatisfy(at -> assertThat(carPark.free(at)).isBetween(0L, 180L));
        assertThat(carPark.free(Instant.parse("2026-11-24T10:00:00Z"))).isLessThan(15);
    }

    @Test
    void chargingPointsTakeTurnsAndTheBrokenOneStaysBroken() {
        var point = new ChargingPoint("laden-1", 1, 22, false);
        var seen = point.moments(NOON.minus(Duration.ofDays(3)), NOON).stream()
                .map(point::status)
                .collect(Collectors.toSet());

        assertThat(seen).contains(ChargingStatus.AVAILABLE, ChargingStatus.CHARGING, ChargingStatus.BLOCKED);
        assertThat(point.moments(NOON.minus(Duration.ofDays(3)), NOON))
                .allSatisfy(at -> assertThat(point.power(at)).isBetween(0.0, 22.0));
        assertThat(new ChargingPoint("laden-6", 6, 22, true).status(NOON)).isEqualTo(ChargingStatus.OUT_OF_ORDER);
    }

    @Test
    void peopleAreCountedInStepsOfFiveOnly() {
        var counter = new Counter("zaehler-6", 6, true, 140);

        assertThat(counter.moments(NOON.minus(Duration.ofDays(1)), NOON))
                .allSatisfy(at -> assertThat(counter.count(at) % 5).isZero());
        assertThat(text(counter.say(moment(NOON)))).contains("\"people\":").doesNotContain("vehicles");
    }
}
