package de.einsnull.sensors.rest.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.api.Device;
import de.einsnull.sensors.api.DeviceCommands;
import de.einsnull.sensors.api.DeviceRegistration;
import de.einsnull.sensors.api.DeviceRegistry;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.ValueType;
import de.einsnull.sensors.api.driver.CommandResult;
import de.einsnull.sensors.api.driver.CommandResult.Outcome;
import de.einsnull.sensors.api.driver.CommandType;
import de.einsnull.testkit.FixedCaller;
import de.einsnull.web.api.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A script that waters trees must learn whether there was water, and a stranger must not be able to. */
class CommandsResourceTest {

    private final Valves valves = new Valves();
    private final CommandsResource resource =
            new CommandsResource(valves, registry(), new FixedCaller(FixedCaller.admin("boss")));

    private static DeviceRegistry registry() {
        var registration = new DeviceRegistration(
                "valves", "v", "", "Valve", "", "other", "", Optional.empty(), false, "", false, Map.of());
        var device = Optional.of(new Device(7, 7, registration, Optional.empty()));
        return (DeviceRegistry) Proxy.newProxyInstance(
                DeviceRegistry.class.getClassLoader(),
                new Class<?>[] {DeviceRegistry.class},
                (proxy, method, arguments) -> arguments[0].equals(7L) ? device : Optional.empty());
    }

    @Test
    void onlyCityItAndOperatorsMayGiveCommands() {
        assertThat(CommandsResource.class.getAnnotation(RolesAllowed.class).value())
                .containsExactly("admin", "sensors.operator");
    }

    @Test
    void aCommandIsGivenInTheNameOfWhoAsks() {
        var result = resource.execute(7, "open", Map.of("minutes", 10, "slowly", true, "why", "dry"));

        assertThat(result.outcome()).isEqualTo(Outcome.DONE);
        assertThat(valves.parameters)
                .isEqualTo(Map.of("minutes", Value.of(10), "slowly", Value.of(true), "why", Value.of("dry")));
        assertThat(valves.actor).isEqualTo("boss");
        assertThat(resource.understood(7)).extracting(CommandType::name).containsExactly("open");
        assertThat(resource.history(7, 5)).singleElement().satisfies(order -> {
            assertThat(order.parameters()).isEqualTo(Map.of("minutes", 10.0));
            assertThat(order.result()).isNull();
        });
    }

    @ParameterizedTest
    @CsvSource({"REFUSED,409", "FAILED,502", "UNAVAILABLE,503", "TIMEOUT,504"})
    void whatWasNotDoneIsAProblemWithItsCause(Outcome outcome, int status) {
        valves.result = new CommandResult(outcome, "no water");
        assertThatThrownBy(() -> resource.execute(7, "open", null))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().status()).isEqualTo(status);
                    assertThat(e.problem().detail().en()).contains("no water");
                });
    }

    @Test
    void whatCannotBeACommandIsNotSent() {
        assertStatus(404, () -> resource.execute(8, "open", Map.of()));
        assertStatus(404, () -> resource.history(8, 5));
        assertStatus(400, () -> resource.execute(7, "explode", Map.of()));
        assertStatus(400, () -> resource.execute(7, "open", Map.of("minutes", List.of(1))));
        assertStatus(400, () -> resource.execute(7, "open", Map.of("why", "x".repeat(2_001))));
        valves.away = true;
        assertStatus(503, () -> resource.execute(7, "open", Map.of()));
    }

    private static void assertStatus(int status, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().status())
                .isEqualTo(status));
    }

    /** A driver of valves. */
    private static final class Valves implements DeviceCommands {

        CommandResult result = CommandResult.done();
        Map<String, Value> parameters = Map.of();
        String actor = "";
        boolean away;

        @Override
        public List<CommandType> commands(long device) {
            return List.of(new CommandType("open", "Opens", Map.of("minutes", ValueType.NUMBER)));
        }

        @Override
        public CommandResult execute(long device, String command, Map<String, Value> given, String who) {
            if (away) {
                throw new SensorDataException("away", null);
            }
            if (!command.equals("open")) {
                throw new IllegalArgumentException("does not understand '" + command + "'");
            }
            parameters = given;
            actor = who;
            return result;
        }

        @Override
        public CompletionStage<CommandResult> submit(
                long device, String command, Map<String, Value> given, String who) {
            return CompletableFuture.completedFuture(execute(device, command, given, who));
        }

        @Override
        public List<Order> history(long device, int limit) {
            return List.of(
                    new Order("1", "open", Map.of("minutes", Value.of(10)), "ada", Instant.EPOCH, Optional.empty()));
        }
    }
}
