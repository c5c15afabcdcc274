package de.einsnull.sensors.simulator;

import de.einsnull.bus.api.BusException;
import de.einsnull.sensors.api.DeviceRegistry;
import de.einsnull.sensors.api.DriverInstances;
import de.einsnull.sensors.api.DriverState;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.simulator.device.Cast;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The demo from the first curtain on, one {@link #step()} a second: wait for the drivers, register the devices, show the
 * present, then go on with it and fill in the past. A step that fails is taken again; nothing is stored twice.
 */
final class Performance {

    private static final Logger LOG = LoggerFactory.getLogger(Performance.class);

    private final DeviceRegistry registry;
    private final DriverInstances drivers;
    private final Memory memory;
    private final List<Cast.Role> cast;
    private final SimulatorSettings settings;
    private final Clock clock;
    private final Stage stage;
    private Instant shownUntil;
    private History history;
    private boolean troubled;

    Performance(
            DeviceRegistry registry,
            DriverInstances drivers,
            Memory memory,
            List<Cast.Role> cast,
            Stage stage,
            SimulatorSettings settings,
            Clock clock) {
        this.registry = registry;
        this.drivers = drivers;
        this.memory = memory;
        this.cast = cast;
        this.stage = stage;
        this.settings = settings;
        this.clock = clock;
    }

    /** Does what is next and never throws; a database or broker that is away is told once. */
    void step() {
        try {
            if (shownUntil != null) {
                goOn();
            } else if (driversAreOnline()) {
                open();
            }
            troubled = false;
        } catch (BusException | SensorDataException e) {
            if (!troubled) {
                LOG.warn("The demo city pauses until the platform takes its readings again", e);
            }
            troubled = true;
        }
    }

    boolean isHistoryComplete() {
        return history != null && history.isDone();
    }

    private boolean driversAreOnline() {
        Set<String> online = drivers.instances().stream()
                .filter(status -> status.state() == DriverState.ONLINE)
                .map(DriverInstances.Status::instance)
                .collect(Collectors.toSet());
        return online.containsAll(Set.of(Cast.LORAWAN, Cast.MQTT));
    }

    private void open() {
        var devices =
                registry.registerAll(cast.stream().map(Cast.Role::registration).toList());
        var now = clock.instant();
        var begin = memory.missingSince(now.minus(settings.history()), devices, now);
        stage.playLast(now);
        history = new History(begin, now);
        shownUntil = now;
        LOG.info("The demo city shows {} simulated devices and fills in history since {}", devices.size(), begin);
    }

    private void goOn() {
        var now = clock.instant();
        if (now.isAfter(shownUntil)) {
            stage.play(shownUntil, now);
            shownUntil = now;
        }
        for (int i = 0; i < settings.backfillHours() && !history.isDone(); i++) {
            var stretch = history.next();
            stage.play(stretch.from(), stretch.to());
            history.played();
            if (history.isDone()) {
                LOG.info("The history of the demo city is complete");
            }
        }
    }
}
