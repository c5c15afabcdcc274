package de.einsnull.sensors.portal;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.security.api.Identity;
import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.Position;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.portal.text.Words;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Things, values and texts for tests. */
public final class Fixtures {

    public static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    public static final Path RESOURCES = Path.of("src/main/resources");

    private Fixtures() {}

    public static Words words() {
        return new Words(Fixtures::entry);
    }

    private static URL entry(String name) {
        var file = RESOURCES.resolve(name);
        try {
            return Files.exists(file) ? file.toUri().toURL() : null;
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Channel channel(String id, Value value, String unit) {
        return switch (value.type()) {
            case NUMBER -> Channel.number(id, unit, "urn:test");
            case BOOLEAN -> Channel.flag(id, "urn:test");
            case TEXT -> Channel.text(id, "urn:test");
        };
    }

    public static Datastream stream(long thing, String id, Value value, String unit, Instant at) {
        long stream = thing * 100 + Math.floorMod(id.hashCode(), 90);
        var last = new Observation(stream, at, at, 1, value);
        return new Datastream(stream, thing, id, channel(id, value, unit), 1, 1, true, "CC0-1.0", Optional.of(last));
    }

    public static Thing thing(long id, String kind, Map<String, String> properties, Datastream... streams) {
        return new Thing(
                id,
                "Ding " + id,
                "",
                kind,
                "",
                Optional.of(new Position(8.14, 51.82)),
                id,
                true,
                properties,
                List.of(streams));
    }

    /** A thing with one value that was observed five minutes before noon. */
    public static Thing simple(long id, String kind, String channel, Value value, String unit) {
        return thing(id, kind, Map.of(), stream(id, channel, value, unit, NOON.minus(Duration.ofMinutes(5))));
    }

    public static PageRequest request(String path, Map<String, List<String>> parameters) {
        return new PageRequest("GET", path, Language.DE, Identity.ANONYMOUS, parameters);
    }
}
