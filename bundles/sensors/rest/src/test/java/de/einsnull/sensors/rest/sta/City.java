package de.einsnull.sensors.rest.sta;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.ObservedProperties;
import de.einsnull.sensors.api.ObservedProperty;
import de.einsnull.sensors.api.Position;
import de.einsnull.sensors.api.SensorModel;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.testkit.FakeSensorDirectory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two things, each with an open temperature and a door that is not open data. 250 observations. */
final class City {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private static final Channel TEMPERATURE =
            Channel.number("air_temperature", "Cel", ObservedProperties.AIR_TEMPERATURE);
    private static final Channel DOOR = Channel.flag("door", "urn:door");

    private City() {}

    static FakeSensorDirectory directory() {
        var directory = new FakeSensorDirectory();
        directory.put(thing(1, "Rathaus", Optional.of(new Position(8.1, 51.8))));
        directory.put(thing(2, "Bauhof", Optional.empty()));
        for (int i = 0; i < 250; i++) {
            directory.observe(new Observation(11, NOON.plusSeconds(i), NOON.plusSeconds(i), i, Value.of(i)));
        }
        directory.put(new SensorModel(5, "wx", "Wetter X", "https://example.org/wx"));
        directory.put(new SensorModel(6, "d", "D", ""));
        directory.put(new ObservedProperty(7, ObservedProperties.AIR_TEMPERATURE, "Lufttemperatur"));
        directory.put(new ObservedProperty(8, "urn:door", "Tür"));
        return directory;
    }

    private static Thing thing(long id, String name, Optional<Position> position) {
        return new Thing(
                id,
                name,
                "",
                "weather",
                "Mitte",
                position,
                position.isPresent() ? 100 + id : 0,
                false,
                Map.of("height", "2"),
                List.of(
                        stream(10 + id, id, "Lufttemperatur, " + name, TEMPERATURE, 5, true),
                        stream(20 + id, id, "Tür", DOOR, 6, false)));
    }

    private static Datastream stream(long id, long thing, String name, Channel channel, long sensor, boolean open) {
        String licence = open ? "CC0-1.0" : "";
        return new Datastream(id, thing, name, channel, sensor, sensor + 2, open, licence, Optional.empty());
    }
}
