package de.einsnull.sensors.simulator.valve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.driver.CloseReason;
import de.einsnull.sensors.api.driver.Command;
import de.einsnull.sensors.api.driver.CommandResult.Outcome;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Emit;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.simulator.device.Valves;
import de.einsnull.sensors.testkit.RecordingDriverContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The demo's valves show what a command does; one that stayed open would flood the market square. */
class ValveDriverTest {

    private final MemoryRegistry registry = new MemoryRegistry();
    private final RecordingDriverContext context = new RecordingDriverContext(Valves.INSTANCE);
    private final ValveDriver driver = new ValveDriver(registry);

    @BeforeEach
    void open() throws DriverException {
        driver.open(context);
    }

    private static Command open(double minutes) {
        return new Command("1", "ventil-1", ValveDriver.OPEN, Map.of(ValveDriver.MINUTES, Value.of(minutes)));
    }

    private List<Value> last() {
        var emitted = context.emitted();
        return emitted.get(emitted.size() - 1).readings().stream()
                .map(Reading::value)
                .toList();
    }

    @Test
    void anOpenValveClosesByItself() throws DriverException {
        assertThat(driver.execute(open(10)).outcome()).isEqualTo(Outcome.DONE);
        assertThat(last()).containsExactly(Value.of(true), Value.of(18));

        context.clock().advance(Duration.ofMinutes(11));
        driver.poll();
        assertThat(context.emitted()).hasSize(4).last().satisfies(r -> assertThat(r.device())
                .isEqualTo("ventil-3"));
        assertThat(context.emitted().get(1).readings().get(0).value()).isEqualTo(Value.of(false));
    }

    @Test
    void isClosedOnCommandAndRefusesWhatWouldFlood() throws DriverException {
        driver.execute(open(10));
        driver.execute(new Command("2", "ventil-1", ValveDriver.CLOSE, Map.of()));
        assertThat(last()).containsExactly(Value.of(false), Value.of(0));
        assertThat(driver.execute(open(121)).detail()).contains("1 to 120");
        assertThat(driver.execute(open(0)).outcome()).isEqualTo(Outcome.REFUSED);
    }

    /** An update in mid-irrigation must not make the valve forget to close. */
    @Test
    void remembersOverARestart() throws DriverException {
        driver.execute(open(10));
        driver.close(CloseReason.RESTART);
        driver.open(context);
        driver.poll();
        assertThat(context.emitted().get(1).readings().get(0).value()).isEqualTo(Value.of(true));
    }

    @Test
    void registersItsValvesOnceAndLeavesTheRemovedOnesAlone() throws DriverException {
        assertThat(registry.devices)
                .hasSize(3)
                .allSatisfy(d -> assertThat(d.registration().demo()).isTrue());
        driver.open(context);
        assertThat(registry.devices).hasSize(3);
        registry.devices.remove(0);
        driver.poll();
        assertThat(context.emitted()).hasSize(2);
    }

    @Test
    void saysWhatItCannotDo() {
        registry.away = true;
        registry.devices.clear();
        assertThatThrownBy(() -> driver.open(context)).isInstanceOf(DriverException.class);
        context.answerWith(new Emit.SlowDown(Duration.ofSeconds(1)));
        assertThatThrownBy(() -> driver.execute(open(5))).isInstanceOf(DriverException.class);
    }
}
