package de.einsnull.sensors.parking;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.Kinds;
import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.ObservedProperties;
import de.einsnull.sensors.api.Position;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.testkit.FakeSensorDirectory;
import de.einsnull.testkit.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** A town with car parks and bays; series have the id of their thing. It is Wednesday noon in UTC. */
final class Town {

    private static final Channel FREE = Channel.number(Channels.FREE_SPACES, "1", ObservedProperties.FREE_SPACES);
    private static final Channel OCCUPIED = Channel.flag(Channels.OCCUPIED, ObservedProperties.PARKING_OCCUPIED);

    final MovableClock clock = MovableClock.at("2026-11-25T12:00:00Z");
    final FakeSensorDirectory directory = new FakeSensorDirectory();

    void carPark(long id, String name, int capacity, double longitude, double latitude, int free) {
        put(id, name, Kinds.CAR_PARK, "", longitude, latitude, Map.of("capacity", "" + capacity), FREE, Value.of(free));
    }

    void bay(long id, String group, double longitude, double latitude, boolean accessible, boolean occupied) {
        put(
                id,
                "Stellplatz " + id,
                Kinds.PARKING_BAY,
                group,
                longitude,
                latitude,
                Map.of("accessible", "" + accessible),
                OCCUPIED,
                Value.of(occupied));
    }

    private void put(
            long id,
            String name,
            String kind,
            String group,
            double longitude,
            double latitude,
            Map<String, String> properties,
            Channel channel,
            Value last) {
        var observation = observation(id, clock.instant().minusSeconds(60), last);
        var stream = new Datastream(id, id, name, channel, 1, 1, true, "", Optional.of(observation));
        directory.put(new Thing(
                id,
                name,
                "",
                kind,
                group,
                Optional.of(new Position(longitude, latitude)),
                0,
                false,
                properties,
                List.of(stream)));
    }

    void occupied(long id, Instant at) {
        var bay = directory.thing(id).orElseThrow();
        var stream = new Datastream(
                id, id, bay.name(), OCCUPIED, 1, 1, true, "", Optional.of(observation(id, at, Value.of(true))));
        directory.put(new Thing(
                id,
                bay.name(),
                "",
                bay.kind(),
                bay.group(),
                bay.position(),
                0,
                false,
                bay.properties(),
                List.of(stream)));
    }

    void history(long id, Instant at, boolean occupied) {
        directory.observe(observation(id, at, Value.of(occupied)));
    }

    /** Free bays of a car park in each half hour of whole weeks up to now, by the hour of the city's day. */
    void weeks(int weeks, long id, int capacity, IntUnaryOperator free) {
        hours(weeks * 7 * 24, id, capacity, free);
    }

    void hours(int hours, long id, int capacity, IntUnaryOperator free) {
        for (int i = 2 * hours; i > 0; i--) {
            var at = clock.instant().minus(Duration.ofMinutes(30L * i));
            int value = Math.min(capacity, free.applyAsInt(at.atZone(Hours.ZONE).getHour()));
            directory.observe(observation(id, at, Value.of(value)));
        }
    }

    /** One week with the first number of free bays, the next with the second. */
    void alternatingWeeks(long id, int capacity, int first, int second) {
        for (int i = 2 * 14 * 24; i > 0; i--) {
            var at = clock.instant().minus(Duration.ofMinutes(30L * i));
            int value = Math.min(capacity, i > 7 * 48 ? first : second);
            directory.observe(observation(id, at, Value.of(value)));
        }
    }

    Instant at(String text) {
        return Instant.parse(text);
    }

    private static Observation observation(long id, Instant at, Value value) {
        return new Observation(id, at, at, 0, value);
    }
}
