package de.einsnull.sensors.core.host;

import de.einsnull.security.api.AuditTrail;
import de.einsnull.sensors.api.Device;
import de.einsnull.sensors.api.DeviceCommands;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.ValueType;
import de.einsnull.sensors.api.driver.Command;
import de.einsnull.sensors.api.driver.CommandResult;
import de.einsnull.sensors.api.driver.CommandResult.Outcome;
import de.einsnull.sensors.api.driver.CommandType;
import de.einsnull.sensors.api.driver.Commandable;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.core.registry.Registry;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives commands to the drivers of devices, on their lanes; none without an entry in the audit trail. */
@Component
public final class Orders implements DeviceCommands {

    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);
    private static final Set<Outcome> GOOD = EnumSet.of(Outcome.DONE, Outcome.SENT);

    private final DriverHost host;
    private final Registry registry;
    private final AuditTrail audit;

    @Activate
    public Orders(@Reference DriverHost host, @Reference Registry registry, @Reference AuditTrail audit) {
        this.host = host;
        this.registry = registry;
        this.audit = audit;
    }

    @Override
    public List<CommandType> commands(long device) {
        return registry.device(device)
                .flatMap(d -> host.instance(d.registration().instance()))
                .map(Orders::commands)
                .orElse(List.of());
    }

    private static List<CommandType> commands(Instance instance) {
        var limit = instance.services().times().command();
        try {
            return instance.driver() instanceof Commandable c ? instance.call(c::commands, limit) : List.of();
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("Driver instance {} cannot say its commands", instance.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }

    @Override
    public CommandResult execute(long device, String command, Map<String, Value> parameters, String actor) {
        var target =
                registry.device(device).orElseThrow(() -> new IllegalArgumentException("There is no device " + device));
        var r = target.registration();
        var instance = host.instance(r.instance());
        var result = instance.isEmpty() || !instance.get().health().isOpen()
                ? new CommandResult(Outcome.UNAVAILABLE, "driver instance '" + r.instance() + "' is not open")
                : give(instance.get(), target, command, parameters);
        var object = r.instance() + "/" + r.externalId() + "/" + command + " " + result.outcome();
        audit.record(actor, "device.commanded", object, GOOD.contains(result.outcome()));
        return result;
    }

    private static CommandResult give(Instance instance, Device device, String name, Map<String, Value> parameters) {
        var type = commands(instance).stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The device does not understand '" + name + "'"));
        check(type, parameters);
        var command =
                new Command(UUID.randomUUID().toString(), device.registration().externalId(), name, parameters);
        return execute(instance, (Commandable) instance.driver(), command);
    }

    private static void check(CommandType type, Map<String, Value> parameters) {
        var given = new TreeMap<String, ValueType>();
        parameters.forEach((name, value) -> given.put(name, value.type()));
        if (!given.equals(type.parameters())) {
            throw new IllegalArgumentException(
                    "'" + type.name() + "' needs " + new TreeMap<>(type.parameters()) + ", not " + given);
        }
    }

    private static CommandResult execute(Instance instance, Commandable driver, Command command) {
        try {
            var result = instance.call(
                    () -> driver.execute(command), instance.services().times().command());
            return Optional.ofNullable(result).orElse(new CommandResult(Outcome.FAILED, "the driver gave no result"));
        } catch (TimeoutException e) {
            instance.life().giveUp(DriverCause.TIMEOUT, "execute did not return in time", false);
            return new CommandResult(Outcome.TIMEOUT, "the driver did not return in time");
        } catch (ExecutionException e) {
            var thrown = e.getCause();
            boolean unable = thrown instanceof DriverException;
            return new CommandResult(
                    unable ? Outcome.UNAVAILABLE : Outcome.FAILED,
                    unable ? String.valueOf(thrown.getMessage()) : "the driver threw " + thrown);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new CommandResult(Outcome.FAILED, "interrupted");
        }
    }
}
