package de.einsnull.sensors.driver.feed;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.UndecodableFrameException;
import de.einsnull.sensors.driver.kit.http.HttpSource;
import de.einsnull.sensors.driver.kit.http.Page;
import de.einsnull.sensors.driver.kit.mapping.Entry;
import de.einsnull.sensors.driver.kit.mapping.Grid;
import de.einsnull.sensors.driver.kit.mapping.Lists;
import de.einsnull.sensors.driver.kit.mapping.Mapping;
import de.einsnull.sensors.driver.kit.mapping.Place;
import de.einsnull.sensors.driver.kit.mapping.RecordReader;
import de.einsnull.sensors.driver.kit.mapping.Whereabouts;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A feed as it is configured.
 *
 * @param address where it is
 * @param layout how its records are taken out
 * @param reader how a record is read
 */
record Feed(URI address, Layout layout, RecordReader reader) {

    /**
     * What a feed says.
     *
     * @param entries records that could be read
     * @param malformed how many could not
     */
    record Content(List<Entry> entries, int malformed) {

        Set<String> devices() {
            return entries.stream().map(Entry::device).collect(Collectors.toSet());
        }
    }

    /**
     * As configured.
     *
     * @throws IllegalArgumentException with a sentence for city IT
     */
    static Feed of(Settings settings) {
        try {
            var address = URI.create(settings.url().strip());
            if (!settings.url().strip().matches("https?://.+") || address.getHost() == null) {
                throw new IllegalArgumentException("The address must begin with http:// or https://");
            }
            return new Feed(address, Layout.of(settings), reader(settings));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Not a time zone: '" + settings.zone() + "'", e);
        }
    }

    private static RecordReader reader(Settings settings) {
        return new RecordReader(
                Place.of(settings.device()),
                Place.of(settings.name()),
                Whereabouts.of(settings.position(), Grid.of(settings.grid())),
                Place.of(settings.time()),
                Place.of(""),
                ZoneId.of(settings.zone().strip()),
                Lists.split(settings.channels(), "[;\n]+").stream()
                        .map(Mapping::parse)
                        .toList());
    }

    /** Records without any configured value are left out: registers list much that measures nothing. */
    Content read(Page page, Instant now) throws DriverException {
        var entries = new ArrayList<Entry>();
        int malformed = 0;
        for (JsonNode record : records(page)) {
            try {
                var entry = reader.read(record, now);
                if (!entry.readings().isEmpty() || entry.implausible() > 0) {
                    entries.add(entry);
                }
            } catch (UndecodableFrameException e) {
                malformed++;
            }
        }
        if (entries.isEmpty()) {
            throw new DriverException(
                    DriverCause.PROTOCOL,
                    HttpSource.safe(address) + " has no record with a device and one of the configured values");
        }
        return new Content(entries, malformed);
    }

    private List<JsonNode> records(Page page) throws DriverException {
        try {
            return layout.records(page);
        } catch (IOException e) {
            throw new DriverException(
                    DriverCause.PROTOCOL,
                    "The answer of " + HttpSource.safe(address) + " cannot be read as " + layout.format() + ": "
                            + firstLine(e),
                    e);
        }
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
