package de.einsnull.sensors.driver.kit.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.UndecodableFrameException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads records as the settings say. Keeps no state.
 *
 * @param device where the id of the device stands
 * @param name where its name stands, the whole record if nowhere
 * @param position where its position stands
 * @param time where the time of the measurement stands, the whole record if nowhere
 * @param sequence where a counter stands, the whole record if nowhere
 * @param zone of times without an offset
 * @param mappings what is read, at least one
 */
public record RecordReader(
        Place device,
        Place name,
        Whereabouts position,
        Place time,
        Place sequence,
        ZoneId zone,
        List<Mapping> mappings) {

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if something is missing or doubled
     */
    public RecordReader {
        mappings = List.copyOf(mappings);
        if (device.isWhole()) {
            throw new IllegalArgumentException("It is not configured where the id of a device stands");
        }
        if (mappings.isEmpty()) {
            throw new IllegalArgumentException("No channels are configured");
        }
        if (mappings.stream().map(m -> m.channel().id()).distinct().count() < mappings.size()) {
            throw new IllegalArgumentException("A channel is configured twice");
        }
    }

    /**
     * What can be read.
     *
     * @return one channel of each mapping
     */
    public List<Channel> channels() {
        return mappings.stream().map(Mapping::channel).toList();
    }

    /**
     * Reads a record.
     *
     * @param record any JSON
     * @param receivedAt counts as time of the measurement where none is configured
     * @return what it says
     * @throws UndecodableFrameException if it names no device, or no time although one is configured
     */
    public Entry read(JsonNode record, Instant receivedAt) throws UndecodableFrameException {
        String id = text(device, record);
        if (id.isEmpty() || id.length() > 128) {
            throw malformed("a record names no device");
        }
        var readings = new ArrayList<Reading>();
        int implausible = 0;
        for (Mapping mapping : mappings) {
            Optional<Value> value = mapping.value(record);
            if (value.isPresent() && !mapping.isPlausible(value.get())) {
                implausible++;
            } else if (value.isPresent()) {
                readings.add(reading(mapping, value.get(), record, receivedAt));
            }
        }
        long counter = sequence.isWhole() ? 0 : sequence.in(record).asLong();
        return new Entry(id, text(name, record), position.in(record), counter, readings, implausible);
    }

    private Reading reading(Mapping mapping, Value value, JsonNode record, Instant receivedAt)
            throws UndecodableFrameException {
        Place own = mapping.time().isWhole() ? time : mapping.time();
        Instant at = receivedAt;
        if (!own.isWhole()) {
            at = Times.read(own.in(record), zone)
                    .orElseThrow(() -> malformed("a record has no time at the configured place"));
        }
        return new Reading(mapping.channel().id(), value, mapping.unit(value), at);
    }

    private static String text(Place place, JsonNode record) {
        JsonNode found = place.isWhole() ? null : place.in(record);
        return found == null || !found.isValueNode() || found.isNull()
                ? ""
                : found.asText().strip();
    }

    private static UndecodableFrameException malformed(String what) {
        return new UndecodableFrameException(Outcomes.MALFORMED, what, null);
    }
}
