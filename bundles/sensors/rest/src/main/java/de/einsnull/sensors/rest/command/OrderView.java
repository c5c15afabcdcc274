package de.einsnull.sensors.rest.command;

import de.einsnull.sensors.api.DeviceCommands.Order;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.driver.CommandResult;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * An order in JSON.
 *
 * @param id identifies it
 * @param command name of the command
 * @param parameters plain values
 * @param actor account that gave it
 * @param at when (UTC)
 * @param result what became of it, null while the driver has not answered
 */
public record OrderView(
        String id, String command, Map<String, Object> parameters, String actor, Instant at, CommandResult result) {

    static OrderView of(Order order) {
        var parameters = new TreeMap<String, Object>();
        order.parameters().forEach((name, value) -> parameters.put(name, plain(value)));
        return new OrderView(
                order.id(),
                order.command(),
                parameters,
                order.actor(),
                order.at(),
                order.result().orElse(null));
    }

    private static Object plain(Value value) {
        if (value instanceof Value.Quantity quantity) {
            return quantity.number();
        }
        return value instanceof Value.Flag flag ? flag.on() : ((Value.Text) value).text();
    }
}
