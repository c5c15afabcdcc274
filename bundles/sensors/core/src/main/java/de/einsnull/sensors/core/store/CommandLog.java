package de.einsnull.sensors.core.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.einsnull.sensors.api.DeviceCommands;
import de.einsnull.sensors.api.DeviceCommands.Order;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.driver.CommandResult;
import de.einsnull.sensors.api.driver.CommandResult.Outcome;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Table of the orders that devices were given; of each device the latest are kept. */
public final class CommandLog {

    /** After this a driver will not answer any more: the platform has stopped meanwhile. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_PARAMETERS = 12_000;
    private static final int LONGEST_DETAIL = 2_000;

    private static final String PRUNE =
            "delete from device_command where device_id = ? and given_at < (select min(given_at)"
                    + " from (select given_at from device_command where device_id = ? order by given_at desc"
                    + " fetch first ? rows only) latest)";

    private static final String LIST = "select id, command, parameters, actor, given_at, outcome, detail"
            + " from device_command where device_id = ? order by given_at desc, id fetch first ? rows only";

    private CommandLog() {}

    /**
     * Adds an order that nobody has answered yet.
     *
     * @throws IllegalArgumentException if its parameters are too long to be kept
     */
    public static void add(Connection connection, long device, Order order) throws SQLException {
        try (var statement = connection.prepareStatement("insert into device_command"
                + " (id, device_id, command, parameters, actor, given_at) values (?, ?, ?, ?, ?, ?)")) {
            statement.setString(1, order.id());
            statement.setLong(2, device);
            statement.setString(3, order.command());
            statement.setString(4, write(order.parameters()));
            statement.setString(5, shortened(order.actor(), 200));
            statement.setObject(6, Times.column(order.at()));
            statement.executeUpdate();
        }
        try (var statement = connection.prepareStatement(PRUNE)) {
            statement.setLong(1, device);
            statement.setLong(2, device);
            statement.setInt(3, DeviceCommands.MOST_KEPT);
            statement.executeUpdate();
        }
    }

    /** Says what became of an order. */
    public static boolean end(Connection connection, String id, CommandResult result) throws SQLException {
        try (var statement =
                connection.prepareStatement("update device_command set outcome = ?, detail = ? where id = ?")) {
            statement.setString(1, result.outcome().name());
            statement.setString(2, shortened(result.detail(), LONGEST_DETAIL));
            statement.setString(3, id);
            return statement.executeUpdate() > 0;
        }
    }

    /** The latest first. */
    public static List<Order> list(Connection connection, long device, int limit, Instant now) throws SQLException {
        var all = new ArrayList<Order>();
        try (var statement = connection.prepareStatement(LIST)) {
            statement.setLong(1, device);
            statement.setInt(2, limit);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(order(rows, now));
                }
            }
        }
        return all;
    }

    private static Order order(ResultSet row, Instant now) throws SQLException {
        var at = Times.read(row, 5);
        return new Order(
                row.getString(1),
                row.getString(2),
                read(row.getString(3)),
                row.getString(4),
                at,
                result(row.getString(6), row.getString(7), at.plus(LONGEST).isBefore(now)));
    }

    private static Optional<CommandResult> result(String outcome, String detail, boolean late) {
        if (!outcome.isEmpty()) {
            return Optional.of(new CommandResult(Outcome.valueOf(outcome), detail));
        }
        return late
                ? Optional.of(new CommandResult(Outcome.TIMEOUT, "the platform stopped before the driver answered"))
                : Optional.empty();
    }

    private static String shortened(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    private static String write(Map<String, Value> parameters) {
        var plain = new TreeMap<String, Object>();
        parameters.forEach((name, value) -> plain.put(name, plain(value)));
        try {
            var text = JSON.writeValueAsString(plain);
            if (text.length() > MOST_PARAMETERS) {
                throw new IllegalArgumentException("The parameters have more than " + MOST_PARAMETERS + " characters");
            }
            return text;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map of plain values could not be written", e);
        }
    }

    private static Object plain(Value value) {
        if (value instanceof Value.Quantity quantity) {
            return quantity.number();
        }
        return value instanceof Value.Flag flag ? flag.on() : ((Value.Text) value).text();
    }

    private static Map<String, Value> read(String parameters) throws SQLException {
        try {
            var values = new HashMap<String, Value>();
            JSON.readValue(parameters, new TypeReference<Map<String, Object>>() {})
                    .forEach((name, plain) -> values.put(name, value(plain)));
            return values;
        } catch (JsonProcessingException e) {
            throw new SQLException("The parameters of an order cannot be read", e);
        }
    }

    private static Value value(Object plain) {
        if (plain instanceof Number number) {
            return Value.of(number.doubleValue());
        }
        return plain instanceof Boolean flag ? Value.of(flag) : Value.of(String.valueOf(plain));
    }
}
