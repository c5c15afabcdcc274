package de.einsnull.sensors.driver.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.DriverState;
import de.einsnull.sensors.api.driver.Candidate;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Emit;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Report;
import de.einsnull.sensors.testkit.DriverCheck;
import de.einsnull.sensors.testkit.FakeDevice.Behaviour;
import de.einsnull.sensors.testkit.RecordingDriverContext;
import de.einsnull.testkit.Configurations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the slave of j2mod. Without these meters of the utilities would be read wrongly, or not at all. */
class ModbusDriverTest {

    private static final String REGISTERS =
            "voltage = holding 0 float32, V; energy = holding 2 uint32 CDAB * 0.1, kWh; temperature = input 0 * 0.1, Cel;"
                    + "pump_runs = coil 3, boolean";

    private final Meter meter = new Meter();
    private final RecordingDriverContext host = new RecordingDriverContext("meters");

    @AfterEach
    void end() {
        meter.close();
    }

    @Test
    void itKeepsTheContractOfDrivers() {
        new DriverCheck(() -> driver(Map.of())).device(meter).all();
    }

    @Test
    void everyTableIsRead() throws Exception {
        var driver = open(Map.of());

        driver.poll();

        var now = host.clock().instant();
        assertThat(host.emitted())
                .containsExactly(new Report(
                        "town-hall",
                        0,
                        now,
                        List.of(
                                new Reading("pump_runs", true, now),
                                new Reading("voltage", 230.5, "V", now),
                                new Reading("energy", 6553.8, "kWh", now),
                                new Reading("temperature", 21.5, "Cel", now))));
        assertThat(driver.describe().channels())
                .extracting(Channel::id)
                .containsExactly("voltage", "energy", "temperature", "pump_runs");
        assertThat(driver.interval()).isEqualTo(Duration.ofMinutes(1));
    }

    /** One register that a device does not have must not cost the others. */
    @Test
    void whatIsRefusedIsSaidAndTheRestGoesOn() throws Exception {
        var driver = open(Map.of("registers", new String[] {REGISTERS, "missing = holding 900, W"}));

        driver.poll();

        assertThat(host.emitted()).singleElement().satisfies(r -> assertThat(r.readings())
                .hasSize(4));
        assertThat(host.counted("refused")).isEqualTo(1);
        assertThat(host.statuses()).singleElement().satisfies(status -> {
            assertThat(status.state()).isEqualTo(DriverState.DEGRADED);
            assertThat(status.detail())
                    .contains("town-hall refuses holding 900")
                    .contains("illegal data address");
        });
    }

    @Test
    void aDeviceThatIsAwayCostsOnlyItself() throws Exception {
        var driver =
                open(Map.of("devices", new String[] {"1 = town-hall, Town hall; 9 = nobody"}, "timeout_in_ms", 500));

        driver.poll();

        assertThat(host.emitted()).extracting(Report::device).containsExactly("town-hall");
        assertThat(host.statuses()).hasSize(1);
    }

    @Test
    void onlyDevicesThatAnswerAreFound() throws Exception {
        var found = new ArrayList<Candidate>();

        open(Map.of("devices", new String[] {"1 = town-hall, Town hall"})).scan(found::add);

        assertThat(found)
                .containsExactly(new Candidate("town-hall", "", "Town hall", Map.of("host", "127.0.0.1", "unit", "1")));
    }

    @Test
    void whatNobodyTakesIsNoSuccess() throws Exception {
        var driver = open(Map.of());
        host.answerWith(new Emit.SlowDown(Duration.ofSeconds(1)));

        assertThatThrownBy(driver::poll).isInstanceOf(DriverException.class);
    }

    @Test
    void nonsenseIsCalledSo() throws Exception {
        var driver = open(Map.of());
        meter.behave(Behaviour.NONSENSE);

        assertThatThrownBy(driver::poll)
                .isInstanceOfSatisfying(
                        DriverException.class, e -> assertThat(e.reason()).isEqualTo(DriverCause.PROTOCOL))
                .hasMessageContaining("town-hall");
    }

    @ParameterizedTest
    @CsvSource({
        "host, '', host",
        "devices, '', devices",
        "devices, 'meter', unit = id",
        "devices, '1 = a; 2 = a', twice",
        "registers, '', registers",
        "registers, 'x = holding 1, W; x = holding 2, W', twice",
        "registers, 'voltage: 40001', Expected"
    })
    void aMistakeInTheSettingsIsShownToTheOperator(String setting, String value, String text) {
        Object given = setting.equals("host") ? value : new String[] {value};

        assertThatThrownBy(() -> open(Map.of(setting, given)))
                .isInstanceOfSatisfying(
                        DriverException.class, e -> assertThat(e.reason()).isEqualTo(DriverCause.CONFIGURATION))
                .hasMessageContaining(text);
    }

    private ModbusDriver open(Map<String, Object> changed) throws DriverException {
        var driver = driver(changed);
        driver.open(host);
        return driver;
    }

    private ModbusDriver driver(Map<String, Object> changed) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "host",
                "127.0.0.1",
                "port",
                meter.port(),
                "devices",
                new String[] {"1 = town-hall"},
                "registers",
                new String[] {REGISTERS},
                "timeout_in_ms",
                2000));
        all.putAll(changed);
        return new ModbusDriver(Configurations.of(Settings.class, all));
    }
}
