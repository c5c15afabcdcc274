package de.einsnull.sensors.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.api.DeviceCommands;
import de.einsnull.sensors.api.DeviceCommands.Order;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.driver.CommandResult;
import de.einsnull.sensors.api.driver.CommandResult.Outcome;
import de.einsnull.sensors.core.TestDatabase.Kind;
import de.einsnull.sensors.core.TestPlatform;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Without these an order would look as if it were still underway for ever, or fill the disk. */
class CommandLogTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private static Order order(int number, Map<String, Value> parameters) {
        return new Order("order-" + number, "open", parameters, "ada", NOON.plusSeconds(number), Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void keepsTheLatestOfEachDeviceAndNoMore(Kind kind) {
        try (var test = new TestPlatform(kind)) {
            long device = test.registry
                    .register(TestPlatform.registration("a", "d", ""))
                    .id();
            var database = test.database.database();
            database.call("add", c -> {
                for (int i = 0; i <= DeviceCommands.MOST_KEPT; i++) {
                    CommandLog.add(c, device, order(i, Map.of("text", Value.of("ü"), "on", Value.of(true))));
                }
                return true;
            });

            var kept = database.call("list", c -> CommandLog.list(c, device, 1_000, NOON));

            assertThat(kept).hasSize(DeviceCommands.MOST_KEPT);
            assertThat(kept.get(0).id()).isEqualTo("order-" + DeviceCommands.MOST_KEPT);
            assertThat(kept.get(0).parameters()).isEqualTo(Map.of("text", Value.of("ü"), "on", Value.of(true)));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void anOrderThatTheEndOfThePlatformCutShortIsSaidToBe(Kind kind) {
        try (var test = new TestPlatform(kind)) {
            long device = test.registry
                    .register(TestPlatform.registration("a", "d", ""))
                    .id();
            var database = test.database.database();
            database.call("add", c -> {
                CommandLog.add(c, device, order(1, Map.of()));
                CommandLog.add(c, device, order(2, Map.of()));
                return CommandLog.end(c, "order-2", new CommandResult(Outcome.REFUSED, "x".repeat(5_000)));
            });

            var soon = database.call("list", c -> CommandLog.list(c, device, 10, NOON.plusSeconds(30)));
            assertThat(soon.get(1).result()).isEmpty();
            assertThat(soon.get(0).result().orElseThrow().detail()).hasSize(2_000);
            var later = database.call("list", c -> CommandLog.list(c, device, 10, NOON.plusSeconds(90)));
            assertThat(later.get(1).result().orElseThrow().outcome()).isEqualTo(Outcome.TIMEOUT);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatIsTooLongToBeKeptIsRefused(Kind kind) {
        try (var test = new TestPlatform(kind)) {
            var huge = Map.of("text", Value.of("x".repeat(20_000)));
            assertThatThrownBy(() -> test.database.database().call("add", c -> {
                        CommandLog.add(c, 1, order(1, huge));
                        return true;
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
