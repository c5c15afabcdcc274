package de.einsnull.sensors.driver.gbfs;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.driver.kit.http.HttpSource;
import de.einsnull.sensors.driver.kit.http.Page;
import de.einsnull.sensors.driver.kit.mapping.Format;
import de.einsnull.sensors.driver.kit.mapping.Times;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One file of GBFS 3, or of its predecessor 2, whose files differ in few names.
 *
 * @param root the whole
 * @param where its address, for sentences
 */
record GbfsFile(JsonNode root, String where) {

    private static final Duration LONGEST_TTL = Duration.ofDays(1);

    static GbfsFile of(Page page) throws DriverException {
        String where = HttpSource.safe(page.address());
        try {
            var root = Format.json(page.body());
            if (!root.path("version").asText().matches("[23]\\..*")
                    || !root.path("data").isObject()) {
                throw new DriverException(DriverCause.PROTOCOL, where + " is no file of GBFS 3 or 2");
            }
            return new GbfsFile(root, where);
        } catch (IOException e) {
            throw new DriverException(DriverCause.PROTOCOL, where + " is no JSON", e);
        }
    }

    JsonNode data() {
        return root.path("data");
    }

    /** So long the operator wants it not to be fetched again; at most a day. */
    Duration ttl() {
        var wanted = Duration.ofSeconds(Math.max(0, root.path("ttl").asLong()));
        return wanted.compareTo(LONGEST_TTL) > 0 ? LONGEST_TTL : wanted;
    }

    Optional<Instant> lastUpdated() {
        return time(root.path("last_updated"));
    }

    static Optional<Instant> time(JsonNode found) {
        return Times.read(found, ZoneOffset.UTC).filter(at -> at.isAfter(Instant.EPOCH));
    }

    List<JsonNode> list(String... names) throws DriverException {
        for (String name : names) {
            var found = data().path(name);
            if (found.isArray() && found.size() <= Format.RECORDS) {
                var all = new ArrayList<JsonNode>();
                found.forEach(all::add);
                return all;
            }
        }
        throw new DriverException(
                DriverCause.PROTOCOL, where + " has no list of '" + names[0] + "', or too long a one");
    }
}
