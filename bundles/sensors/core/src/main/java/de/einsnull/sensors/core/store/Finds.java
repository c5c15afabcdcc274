package de.einsnull.sensors.core.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.einsnull.sensors.api.DiscoveryInbox.Find;
import de.einsnull.sensors.api.driver.Candidate;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The table of {@link UnknownDevices} as an inbox: what was found as well as what was heard, wanted or ignored. */
public final class Finds {

    /** Name of a device that is ignored. */
    public record Ignored(String instance, String device) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ADD = "merge into unknown_device t using (values (cast(? as varchar),"
            + " cast(? as varchar), cast(? as timestamp(6) with time zone), cast(? as varchar), cast(? as varchar),"
            + " cast(? as varchar))) s (instance, external_id, seen, model, name, facts)"
            + " on t.instance = s.instance and t.external_id = s.external_id"
            + " when matched then update set model = s.model, name = s.name, facts = s.facts, last_seen = s.seen"
            + " when not matched then insert"
            + " (instance, external_id, first_seen, last_seen, messages, model, name, facts, ignored)"
            + " values (s.instance, s.external_id, s.seen, s.seen, 0, s.model, s.name, s.facts, false)";

    private static final String LIST =
            "select instance, external_id, model, name, facts, first_seen, last_seen, messages"
                    + " from unknown_device where ignored = ? order by last_seen desc, instance, external_id"
                    + " fetch first ? rows only";

    private Finds() {}

    /** Adds what a driver found. */
    public static void add(Connection connection, String instance, Collection<Candidate> found, Instant now)
            throws SQLException {
        try (var statement = connection.prepareStatement(ADD)) {
            for (Candidate candidate : found) {
                statement.setString(1, instance);
                statement.setString(2, candidate.device());
                statement.setObject(3, Times.column(now));
                statement.setString(4, candidate.model());
                statement.setString(5, candidate.name());
                statement.setString(6, write(candidate.facts()));
                statement.executeUpdate();
            }
        }
    }

    /** The latest first. */
    public static List<Find> list(Connection connection, boolean ignored, int limit) throws SQLException {
        var all = new ArrayList<Find>();
        try (var statement = connection.prepareStatement(LIST)) {
            statement.setBoolean(1, ignored);
            statement.setInt(2, limit);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(find(rows));
                }
            }
        }
        return all;
    }

    private static Find find(ResultSet rows) throws SQLException {
        return new Find(
                rows.getString(1),
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                read(rows.getString(5)),
                Times.read(rows, 6),
                Times.read(rows, 7),
                rows.getLong(8));
    }

    /** Ignores a device or wants it again; false if it is not there. */
    public static boolean ignore(Connection connection, String instance, String device, boolean ignored)
            throws SQLException {
        try (var statement = connection.prepareStatement(
                "update unknown_device set ignored = ? where instance = ? and external_id = ?")) {
            statement.setBoolean(1, ignored);
            statement.setString(2, instance);
            statement.setString(3, device);
            return statement.executeUpdate() > 0;
        }
    }

    /** All that are ignored. */
    public static Set<Ignored> ignored(Connection connection) throws SQLException {
        var all = new HashSet<Ignored>();
        try (var statement =
                        connection.prepareStatement("select instance, external_id from unknown_device where ignored");
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                all.add(new Ignored(rows.getString(1), rows.getString(2)));
            }
        }
        return all;
    }

    private static String write(Map<String, String> facts) {
        try {
            return JSON.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map of texts could not be written", e);
        }
    }

    private static Map<String, String> read(String facts) throws SQLException {
        try {
            return JSON.readValue(facts, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new SQLException("What is known about a device cannot be read", e);
        }
    }
}
