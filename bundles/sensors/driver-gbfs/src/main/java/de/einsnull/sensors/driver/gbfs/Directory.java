package de.einsnull.sensors.driver.gbfs;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.driver.kit.http.HttpSource;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where the files of an operator are, as its {@code gbfs.json} says. */
final class Directory {

    static final String STATIONS = "station_information";
    static final String STATUS = "station_status";
    static final String VEHICLES = "vehicle_status";
    static final String VEHICLES_2 = "free_bike_status";

    private final Map<String, URI> files = new HashMap<>();

    private Directory() {}

    static Directory of(URI address, GbfsFile file, String language) throws DriverException {
        var directory = new Directory();
        for (JsonNode feed : feeds(file.data(), language)) {
            directory.add(address, feed.path("name").asText(), feed.path("url").asText());
        }
        if (directory.files.isEmpty()) {
            throw new DriverException(DriverCause.PROTOCOL, file.where() + " names no files");
        }
        return directory;
    }

    /** Version 2 has a list for each language. */
    private static JsonNode feeds(JsonNode data, String language) {
        if (data.path("feeds").isArray()) {
            return data.path("feeds");
        }
        var own = data.path(language).path("feeds");
        return own.isArray() || data.isEmpty()
                ? own
                : data.properties().iterator().next().getValue().path("feeds");
    }

    private void add(URI address, String name, String url) throws DriverException {
        try {
            var file = URI.create(url);
            if (!HttpSource.mayLead(address, file)) {
                throw new DriverException(
                        DriverCause.PROTOCOL,
                        HttpSource.safe(address) + " names an address for " + name + " that is not allowed");
            }
            files.put(name, file);
        } catch (IllegalArgumentException e) {
            throw new DriverException(
                    DriverCause.PROTOCOL, HttpSource.safe(address) + " names no address for " + name, e);
        }
    }

    Optional<URI> file(String... names) {
        for (String name : names) {
            if (files.containsKey(name)) {
                return Optional.of(files.get(name));
            }
        }
        return Optional.empty();
    }
}
