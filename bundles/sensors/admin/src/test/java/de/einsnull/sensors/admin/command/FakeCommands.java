package de.einsnull.sensors.admin.command;

import de.einsnull.sensors.api.DeviceCommands;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.ValueType;
import de.einsnull.sensors.api.driver.CommandResult;
import de.einsnull.sensors.api.driver.CommandType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A device that opens and closes, as its driver wants. */
final class FakeCommands implements DeviceCommands {

    final List<Order> orders = new ArrayList<>();
    CompletableFuture<CommandResult> answer = CompletableFuture.completedFuture(CommandResult.done());
    boolean silent;
    boolean away;
    boolean gone;

    @Override
    public List<CommandType> commands(long device) {
        return silent
                ? List.of()
                : List.of(
                        new CommandType(
                                "open",
                                "Opens",
                                Map.of(
                                        "minutes",
                                        ValueType.NUMBER,
                                        "slowly",
                                        ValueType.BOOLEAN,
                                        "why",
                                        ValueType.TEXT)),
                        new CommandType("close", "Closes", Map.of()));
    }

    @Override
    public CommandResult execute(long device, String command, Map<String, Value> parameters, String actor) {
        return answer.join();
    }

    @Override
    public CompletionStage<CommandResult> submit(
            long device, String command, Map<String, Value> parameters, String actor) {
        if (away) {
            throw new SensorDataException("away", null);
        }
        if (gone) {
            throw new IllegalArgumentException("not any more");
        }
        var result = Optional.ofNullable(answer.getNow(null));
        orders.add(0, new Order("" + orders.size(), command, parameters, actor, Instant.EPOCH, result));
        return answer;
    }

    @Override
    public List<Order> history(long device, int limit) {
        if (away) {
            throw new SensorDataException("away", null);
        }
        return List.copyOf(orders);
    }
}
