package de.einsnull.sensors.core.store;

import de.einsnull.sensors.api.DeviceRegistration;
import de.einsnull.sensors.api.UnknownDevice;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Table of devices that send but are not registered. */
public final class UnknownDevices {

    private static final String ADD = "merge into unknown_device t using (values (cast(? as varchar),"
            + " cast(? as varchar), cast(? as timestamp(6) with time zone), cast(? as timestamp(6) with time zone),"
            + " cast(? as bigint))) s (instance, external_id, first_seen, last_seen, messages)"
            + " on t.instance = s.instance and t.external_id = s.external_id"
            + " when matched then update set messages = t.messages + s.messages, last_seen = s.last_seen"
            + " when not matched then insert (instance, external_id, first_seen, last_seen, messages)"
            + " values (s.instance, s.external_id, s.first_seen, s.last_seen, s.messages)";

    private static final String LIST = "select instance, external_id, first_seen, last_seen, messages"
            + " from unknown_device where messages > 0 and not ignored order by last_seen desc, instance, external_id fetch first ? rows only";

    private UnknownDevices() {}

    /** Adds what was heard. */
    public static void add(Connection connection, Collection<UnknownDevice> heard) throws SQLException {
        try (var statement = connection.prepareStatement(ADD)) {
            for (UnknownDevice device : heard) {
                statement.setString(1, device.instance());
                statement.setString(2, device.externalId());
                statement.setObject(3, Times.column(device.firstSeen()));
                statement.setObject(4, Times.column(device.lastSeen()));
                statement.setLong(5, device.messages());
                statement.executeUpdate();
            }
        }
    }

    /** Forgets devices that are registered now. */
    public static void remove(Connection connection, Collection<DeviceRegistration> known) throws SQLException {
        try (var statement =
                connection.prepareStatement("delete from unknown_device where instance = ? and external_id = ?")) {
            for (DeviceRegistration device : known) {
                statement.setString(1, device.instance());
                statement.setString(2, device.externalId());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** The latest first. */
    public static List<UnknownDevice> list(Connection connection, int limit) throws SQLException {
        var all = new ArrayList<UnknownDevice>();
        try (var statement = connection.prepareStatement(LIST)) {
            statement.setInt(1, limit);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(new UnknownDevice(
                            rows.getString(1),
                            rows.getString(2),
                            Times.read(rows, 3),
                            Times.read(rows, 4),
                            rows.getLong(5)));
                }
            }
        }
        return all;
    }
}
