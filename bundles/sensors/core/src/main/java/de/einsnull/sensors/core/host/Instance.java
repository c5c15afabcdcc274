package de.einsnull.sensors.core.host;

import de.einsnull.sensors.api.DriverInstances.Status;
import de.einsnull.sensors.api.driver.DriverDescription;
import de.einsnull.sensors.api.driver.SensorDriver;
import de.einsnull.sensors.core.lane.Lane;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One driver instance: its driver, and all that belongs to it alone. Thread-safe. */
final class Instance {

    private static final Logger LOG = LoggerFactory.getLogger(Instance.class);

    private final String name;
    private final SensorDriver driver;
    private final DriverDescription description;
    private final Services services;
    private final Lane lane;
    private final Emitter emitter;
    private final Context context;
    private final Health health;
    private final Offences offences;
    private final Life life;

    Instance(String name, SensorDriver driver, Services services) {
        this.name = name;
        this.driver = driver;
        this.services = services;
        this.lane = new Lane("sensors-driver-" + name);
        this.health = new Health(services.clock());
        this.offences = new Offences(services.clock());
        this.description = describe();
        var channels = new KnownChannels(
                name, description.channels(), services.registry(), services.codecs(), services.tally());
        this.emitter = new Emitter(name, channels, services.acceptance(), services.bus(), services.pressure());
        this.context = new Context(name, services, channels, emitter, health);
        this.life = new Life(this);
    }

    private DriverDescription describe() {
        try {
            return lane.call(driver::describe, services.times().receive());
        } catch (TimeoutException | ExecutionException e) {
            LOG.error("Driver instance {} cannot describe itself", name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new DriverDescription(driver.getClass().getSimpleName(), List.of());
    }

    String name() {
        return name;
    }

    SensorDriver driver() {
        return driver;
    }

    Services services() {
        return services;
    }

    Lane lane() {
        return lane;
    }

    Emitter emitter() {
        return emitter;
    }

    Context context() {
        return context;
    }

    Life life() {
        return life;
    }

    Health health() {
        return health;
    }

    Offences offences() {
        return offences;
    }

    Status status() {
        return health.status(name, description.name(), life.backlog());
    }

    /** Runs a call of the open driver on its lane; {@code IllegalStateException} if it is not open when its turn comes. */
    <T> T call(Callable<T> work, Duration limit) throws TimeoutException, ExecutionException, InterruptedException {
        return lane.call(
                () -> {
                    if (!health.isOpen()) {
                        throw new IllegalStateException("driver instance " + name + " is not open");
                    }
                    return work.call();
                },
                limit);
    }
}
