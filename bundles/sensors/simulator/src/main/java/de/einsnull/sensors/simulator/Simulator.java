package de.einsnull.sensors.simulator;

import de.einsnull.bus.api.MessageBus;
import de.einsnull.portal.api.DemoNotice;
import de.einsnull.sensors.api.DeviceRegistry;
import de.einsnull.sensors.api.DriverInstances;
import de.einsnull.sensors.api.SensorDirectory;
import de.einsnull.sensors.simulator.city.CityClock;
import de.einsnull.sensors.simulator.device.Cast;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows a believable city while this bundle runs, on one thread of low priority. */
@Component(
        service = {},
        immediate = true,
        configurationPid = SimulatorConfig.PID)
@Designate(ocd = SimulatorConfig.class)
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"de.einsnull.portal.api.DemoNotice\"",
        effective = "active")
public final class Simulator {

    private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);
    private static final int STEP_SECONDS = 1;
    private static final int LONGEST_GOODBYE_SECONDS = 5;

    private final ServiceRegistration<DemoNotice> notice;
    private final DemoSetup demoSetup;
    private final ScheduledExecutorService thread;
    private final ScheduledFuture<?> steps;

    /**
     * Starts the demo.
     *
     * @param context of this bundle
     * @param bus takes the messages
     * @param registry takes the devices
     * @param drivers says when the drivers listen
     * @param directory says what is known of earlier performances
     * @param configurations takes the settings of the demo's driver instance
     * @param config settings
     * @throws IOException if the driver instance cannot be configured
     */
    @Activate
    public Simulator(
            BundleContext context,
            @Reference MessageBus bus,
            @Reference DeviceRegistry registry,
            @Reference DriverInstances drivers,
            @Reference SensorDirectory directory,
            @Reference ConfigurationAdmin configurations,
            SimulatorConfig config)
            throws IOException {
        var settings = SimulatorSettings.of(config);
        var clock = Clock.systemUTC();
        var cast = Cast.all();
        var stage = new Stage(bus, cast, new CityClock(clock.instant(), settings.speed()));
        var performance = new Performance(registry, drivers, new Memory(directory), cast, stage, settings, clock);
        demoSetup = DemoSetup.configure(configurations);
        notice = context.registerService(DemoNotice.class, new DemoNotice("demo.notice"), null);
        thread = Executors.newSingleThreadScheduledExecutor(Simulator::thread);
        steps = thread.scheduleWithFixedDelay(
                performance::step, settings.startAfter().toSeconds(), STEP_SECONDS, TimeUnit.SECONDS);
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "demo-city");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    @Deactivate
    void close() throws IOException {
        steps.cancel(false);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LONGEST_GOODBYE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            LOG.info("Interrupted while the demo city ended");
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
        notice.unregister();
        demoSetup.close();
    }
}
