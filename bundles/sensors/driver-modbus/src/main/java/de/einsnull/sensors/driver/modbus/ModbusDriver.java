package de.einsnull.sensors.driver.modbus;

import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.DriverState;
import de.einsnull.sensors.api.driver.Candidate;
import de.einsnull.sensors.api.driver.CloseReason;
import de.einsnull.sensors.api.driver.Discovering;
import de.einsnull.sensors.api.driver.DriverContext;
import de.einsnull.sensors.api.driver.DriverDescription;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Emit;
import de.einsnull.sensors.api.driver.Polled;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Report;
import de.einsnull.sensors.api.driver.SensorDriver;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/** Reads registers of meters and controllers at intervals. Connects for each look, because devices allow few connections. */
@Component(
        service = SensorDriver.class,
        configurationPid = ModbusDriver.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Settings.class, factory = true)
public final class ModbusDriver implements Polled, Discovering {

    static final String PID = "de.einsnull.sensors.driver.modbus";

    private final Settings settings;
    private Plan plan;
    private String mistake = "";
    private boolean degraded;
    private volatile DriverContext context;

    @Activate
    public ModbusDriver(Settings settings) {
        this.settings = settings;
        try {
            plan = Plan.of(settings.devices(), settings.registers());
        } catch (IllegalArgumentException e) {
            mistake = e.getMessage();
        }
    }

    @Override
    public DriverDescription describe() {
        return new DriverDescription("Modbus TCP", plan == null ? List.of() : plan.channels());
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(settings.interval_in_s());
    }

    @Override
    public void open(DriverContext given) throws DriverException {
        if (plan == null) {
            throw new DriverException(DriverCause.CONFIGURATION, mistake);
        }
        if (settings.host() == null || settings.host().isBlank()) {
            throw new DriverException(DriverCause.CONFIGURATION, "No host is configured");
        }
        degraded = false;
        context = given;
    }

    @Override
    public void poll() throws DriverException {
        var look = new Look(plan, settings);
        for (Unit unit : plan.units()) {
            Instant now = context.clock().instant();
            List<Reading> readings = look.at(unit, now);
            if (!readings.isEmpty()
                    && context.emit(new Report(unit.device(), 0, now, readings)) instanceof Emit.SlowDown) {
                throw new DriverException(
                        DriverCause.COMMUNICATION, "The platform does not take readings at the moment");
            }
        }
        context.count("implausible", look.implausible());
        context.count("refused", look.refused());
        judge(look);
    }

    /** Says what is missing while the rest goes on. */
    private void judge(Look look) throws DriverException {
        if (look.isEmpty()) {
            throw look.trouble()
                    .orElseGet(() -> new DriverException(DriverCause.PROTOCOL, "No register holds a plausible value"));
        }
        if (look.trouble().isPresent()) {
            degraded = true;
            var trouble = look.trouble().get();
            context.status(DriverState.DEGRADED, trouble.reason(), trouble.getMessage());
        } else if (degraded) {
            degraded = false;
            context.status(DriverState.ONLINE, DriverCause.NONE, "");
        }
    }

    /** Those of the configured units that answer. */
    @Override
    public void scan(Consumer<Candidate> found) throws DriverException {
        var look = new Look(plan, settings);
        for (Unit unit : plan.units()) {
            if (look.answers(unit)) {
                found.accept(unit.candidate(settings.host()));
            }
        }
        if (look.trouble().isPresent()) {
            throw look.trouble().get();
        }
    }

    @Override
    public void close(CloseReason reason) {
        // Nothing is kept between two looks: no thread, no connection.
    }

    /** Connects; the caller closes. */
    static Connection connect(Settings settings) throws IOException {
        return new Connection(settings.host().strip(), settings.port(), settings.timeout_in_ms());
    }
}
