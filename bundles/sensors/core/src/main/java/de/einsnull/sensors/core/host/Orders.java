package de.einsnull.sensors.core.host;

import de.einsnull.security.api.AuditTrail;
import de.einsnull.sensors.api.Device;
import de.einsnull.sensors.api.DeviceCommands;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.ValueType;
import de.einsnull.sensors.api.driver.Command;
import de.einsnull.sensors.api.driver.CommandResult;
import de.einsnull.sensors.api.driver.CommandResult.Outcome;
import de.einsnull.sensors.api.driver.CommandType;
import de.einsnull.sensors.api.driver.Commandable;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.core.registry.Registry;
import de.einsnull.sensors.core.store.CommandLog;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives commands to the drivers of devices, on their lanes; none without an entry in the log and the audit trail. */
@Component
public final class Orders implements DeviceCommands {

    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);
    private static final Set<Outcome> GOOD = EnumSet.of(Outcome.DONE, Outcome.SENT);
    private static final int MOST_AT_ONCE = 32;

    /** A driver that is busy is not waited for just to learn what it understands. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration FRESH = Duration.ofSeconds(30);

    private final DriverHost host;
    private final Registry registry;
    private final AuditTrail audit;
    private final Semaphore turns = new Semaphore(MOST_AT_ONCE);
    private final Map<String, Understood> understood = new ConcurrentHashMap<>();

    /** What an instance understands; asked again now and then, not for every page that lists devices. */
    private record Understood(Instance instance, List<CommandType> types, long nanos) {

        boolean isFresh(Instance asked) {
            return instance == asked && System.nanoTime() - nanos < FRESH.toNanos();
        }
    }

    @Activate
    public Orders(@Reference DriverHost host, @Reference Registry registry, @Reference AuditTrail audit) {
        this.host = host;
        this.registry = registry;
        this.audit = audit;
    }

    @Override
    public List<CommandType> commands(long device) {
        return registry.device(device).flatMap(this::open).map(this::commands).orElse(List.of());
    }

    /** The instance of a device if it is open. */
    private Optional<Instance> open(Device device) {
        return host.instance(device.registration().instance())
                .filter(instance -> instance.health().isOpen());
    }

    private List<CommandType> commands(Instance instance) {
        var known = understood.get(instance.name());
        if (known != null && known.isFresh(instance)) {
            return known.types();
        }
        var types = ask(instance);
        if (!types.isEmpty()) {
            understood.put(instance.name(), new Understood(instance, types, System.nanoTime()));
        }
        return types;
    }

    private static List<CommandType> ask(Instance instance) {
        var usual = instance.services().times().command();
        var limit = usual.compareTo(PATIENCE) < 0 ? usual : PATIENCE;
        try {
            return instance.driver() instanceof Commandable c
                    ? List.copyOf(instance.call(c::commands, limit))
                    : List.of();
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("Driver instance {} cannot say its commands", instance.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }

    @Override
    public CommandResult execute(long device, String command, Map<String, Value> parameters, String actor) {
        var underway = submit(device, command, parameters, actor);
        try {
            return underway.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new CommandResult(Outcome.FAILED, "interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("An order ended without a result", e);
        }
    }

    @Override
    public CompletableFuture<CommandResult> submit(
            long device, String command, Map<String, Value> parameters, String actor) {
        var target =
                registry.device(device).orElseThrow(() -> new IllegalArgumentException("There is no device " + device));
        var instance = open(target);
        instance.ifPresent(i -> check(type(i, command), parameters));
        var id = UUID.randomUUID().toString();
        var at = host.services().clock().instant();
        var order = new Order(id, command, parameters, actor, at, Optional.empty());
        host.services().database().call("keep an order", c -> {
            CommandLog.add(c, device, order);
            return true;
        });
        if (instance.isEmpty() || !turns.tryAcquire()) {
            return CompletableFuture.completedFuture(ended(target, order, unavailable(target, instance.isPresent())));
        }
        return CompletableFuture.supplyAsync(
                () -> give(instance.get(), target, order), host.services().blocking());
    }

    private static CommandResult unavailable(Device target, boolean open) {
        var why = open ? "has too many orders at once" : "is not open";
        return new CommandResult(
                Outcome.UNAVAILABLE, "driver instance '" + target.registration().instance() + "' " + why);
    }

    private CommandResult give(Instance instance, Device target, Order order) {
        try {
            var command =
                    new Command(order.id(), target.registration().externalId(), order.command(), order.parameters());
            return ended(target, order, execute(instance, (Commandable) instance.driver(), command));
        } finally {
            turns.release();
        }
    }

    private CommandResult ended(Device target, Order order, CommandResult result) {
        var r = target.registration();
        var object = r.instance() + "/" + r.externalId() + "/" + order.command() + " " + result.outcome();
        audit.record(order.actor(), "device.commanded", object, GOOD.contains(result.outcome()));
        try {
            host.services().database().call("say what became of an order", c -> CommandLog.end(c, order.id(), result));
        } catch (SensorDataException e) {
            LOG.warn("Order {} ended with {}, which could not be kept", order.id(), result.outcome(), e);
        }
        return result;
    }

    private CommandType type(Instance instance, String name) {
        return commands(instance).stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The device does not understand '" + name + "'"));
    }

    private static void check(CommandType type, Map<String, Value> parameters) {
        var given = new TreeMap<String, ValueType>();
        parameters.forEach((name, value) -> given.put(name, value.type()));
        if (!given.equals(type.parameters())) {
            throw new IllegalArgumentException(
                    "'" + type.name() + "' needs " + new TreeMap<>(type.parameters()) + ", not " + given);
        }
        boolean endless = parameters.values().stream()
                .anyMatch(v -> v instanceof Value.Quantity q && !Double.isFinite(q.number()));
        if (endless) {
            throw new IllegalArgumentException("A number is not finite");
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

    @Override
    public List<Order> history(long device, int limit) {
        var now = host.services().clock().instant();
        int most = Math.max(1, Math.min(limit, MOST_KEPT));
        return host.services().database().call("list orders", c -> CommandLog.list(c, device, most, now));
    }
}
