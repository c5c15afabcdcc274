package de.einsnull.sensors.simulator.valve;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.Device;
import de.einsnull.sensors.api.DeviceRegistration;
import de.einsnull.sensors.api.DeviceRegistry;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.ValueType;
import de.einsnull.sensors.api.driver.CloseReason;
import de.einsnull.sensors.api.driver.Command;
import de.einsnull.sensors.api.driver.CommandResult;
import de.einsnull.sensors.api.driver.CommandType;
import de.einsnull.sensors.api.driver.Commandable;
import de.einsnull.sensors.api.driver.DriverContext;
import de.einsnull.sensors.api.driver.DriverDescription;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Emit;
import de.einsnull.sensors.api.driver.Polled;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Report;
import de.einsnull.sensors.api.driver.SensorDriver;
import de.einsnull.sensors.simulator.device.Valves;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Irrigation valves that are made up: opened for some minutes, they close by themselves. */
@Component(service = SensorDriver.class, property = SensorDriver.INSTANCE + "=" + Valves.INSTANCE)
public final class ValveDriver implements Polled, Commandable {

    static final String OPEN = "open-valve";
    static final String CLOSE = "close-valve";
    static final String MINUTES = "minutes";

    private static final String VALVE_OPEN = "valve_open";
    private static final String WATER_FLOW = "water_flow";
    private static final String FLOW_UNIT = "L/min";
    private static final double FLOW = 18;
    private static final int MOST_MINUTES = 120;

    private final DeviceRegistry registry;
    private final Map<String, Instant> openUntil = new ConcurrentHashMap<>();
    private volatile DriverContext context;

    /**
     * Makes the driver.
     *
     * @param registry takes the valves
     */
    @Activate
    public ValveDriver(@Reference DeviceRegistry registry) {
        this.registry = registry;
    }

    @Override
    public DriverDescription describe() {
        return new DriverDescription(
                "Irrigation valves (made up)",
                List.of(
                        Channel.flag(VALVE_OPEN, Channels.observedProperty(VALVE_OPEN)),
                        Channel.number(WATER_FLOW, FLOW_UNIT, Channels.observedProperty(WATER_FLOW))));
    }

    @Override
    public void open(DriverContext given) throws DriverException {
        context = given;
        try {
            var missing = Valves.all().stream().filter(v -> known(v).isEmpty()).toList();
            if (!missing.isEmpty()) {
                registry.registerAll(missing);
            }
            for (var valve : Valves.all()) {
                given.state()
                        .get(valve.externalId())
                        .map(Instant::parse)
                        .ifPresent(until -> openUntil.put(valve.externalId(), until));
            }
        } catch (SensorDataException e) {
            throw new DriverException(DriverCause.FAILURE, "the valves cannot be registered", e);
        }
    }

    private Optional<Device> known(DeviceRegistration valve) {
        return registry.find(valve.instance(), valve.externalId());
    }

    @Override
    public void close(CloseReason reason) {
        openUntil.clear();
    }

    @Override
    public Duration interval() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void poll() throws DriverException {
        for (var valve : Valves.all()) {
            if (known(valve).isPresent()) {
                tell(valve.externalId());
            }
        }
    }

    @Override
    public List<CommandType> commands() {
        return List.of(
                new CommandType(OPEN, "Open the valve", Map.of(MINUTES, ValueType.NUMBER)),
                new CommandType(CLOSE, "Close the valve", Map.of()));
    }

    @Override
    public CommandResult execute(Command command) throws DriverException {
        var now = context.clock().instant();
        if (command.name().equals(CLOSE)) {
            return set(command.device(), now);
        }
        double minutes = ((Value.Quantity) command.parameters().get(MINUTES)).number();
        if (minutes < 1 || minutes > MOST_MINUTES) {
            return CommandResult.refused("the valve opens for 1 to " + MOST_MINUTES + " minutes");
        }
        return set(command.device(), now.plusSeconds(Math.round(minutes * 60)));
    }

    private CommandResult set(String valve, Instant until) throws DriverException {
        try {
            context.state().put(valve, until.toString());
        } catch (SensorDataException e) {
            throw new DriverException(DriverCause.FAILURE, "the valve cannot remember how long it is to be open", e);
        }
        openUntil.put(valve, until);
        tell(valve);
        return CommandResult.done();
    }

    private void tell(String valve) throws DriverException {
        var now = context.clock().instant();
        boolean open = openUntil.getOrDefault(valve, Instant.MIN).isAfter(now);
        var answer = context.emit(new Report(
                valve,
                0,
                now,
                List.of(new Reading(VALVE_OPEN, open, now), new Reading(WATER_FLOW, open ? FLOW : 0, FLOW_UNIT, now))));
        if (answer instanceof Emit.SlowDown) {
            throw new DriverException(DriverCause.COMMUNICATION, "the platform takes no readings now");
        }
    }
}
