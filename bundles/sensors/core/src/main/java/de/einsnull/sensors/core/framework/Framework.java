package de.einsnull.sensors.core.framework;

import de.einsnull.sensors.api.driver.SensorDriver;
import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.hc.api.HealthCheck;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The OSGi framework around the core. */
@Component(service = Framework.class)
public final class Framework implements Surroundings {

    private static final Logger LOG = LoggerFactory.getLogger(Framework.class);

    private static final String CAUSED_BY = "Caused by: ";

    private final BundleContext context;
    private final ConfigurationAdmin configurations;
    private final ServiceComponentRuntime components;

    @Activate
    public Framework(
            BundleContext context,
            @Reference ConfigurationAdmin configurations,
            @Reference ServiceComponentRuntime components) {
        this.context = context;
        this.configurations = configurations;
        this.components = components;
        forgetProposals();
    }

    /** Of a platform that was killed during a test. */
    private void forgetProposals() {
        try {
            var left = configurations.listConfigurations("(" + SCRATCH + "=*)");
            for (Configuration proposal : left == null ? new Configuration[0] : left) {
                proposal.delete();
            }
        } catch (IOException | InvalidSyntaxException e) {
            LOG.warn("Settings that were only tried could not be removed", e);
        }
    }

    @Override
    public boolean isDriver(String factoryPid) {
        return description(factoryPid).isPresent();
    }

    private Optional<ComponentDescriptionDTO> description(String factoryPid) {
        return components.getComponentDescriptionDTOs().stream()
                .filter(d -> List.of(d.configurationPid).contains(factoryPid))
                .filter(d -> List.of(d.serviceInterfaces).contains(SensorDriver.class.getName()))
                .findFirst();
    }

    @Override
    public Proposal propose(String factoryPid, Map<String, Object> properties) throws IOException {
        var created = configurations.createFactoryConfiguration(factoryPid, "?");
        created.update(new Hashtable<>(properties));
        return new Proposal() {
            @Override
            public String trouble() {
                return component(factoryPid, created.getPid())
                        .map(c -> c.failure == null ? "something that it needs is not there" : reason(c.failure))
                        .orElse("its component was not made");
            }

            @Override
            public boolean hasFailed() {
                return component(factoryPid, created.getPid())
                        .filter(c -> c.failure != null)
                        .isPresent();
            }

            @Override
            public void close() {
                withdraw(created);
            }
        };
    }

    private Optional<ComponentConfigurationDTO> component(String factoryPid, String pid) {
        return description(factoryPid).stream()
                .flatMap(d -> components.getComponentConfigurationDTOs(d).stream())
                .filter(c -> pid.equals(c.properties.get(Constants.SERVICE_PID)))
                .findFirst();
    }

    /** Of a stack trace, what was thrown first. */
    private static String reason(String stackTrace) {
        return stackTrace
                .lines()
                .filter(line -> line.startsWith(CAUSED_BY))
                .reduce((first, last) -> last)
                .or(() -> stackTrace.lines().findFirst())
                .map(line -> line.replace(CAUSED_BY, ""))
                .orElse("it failed to start");
    }

    private static void withdraw(Configuration proposal) {
        try {
            proposal.delete();
        } catch (IOException | IllegalStateException e) {
            LOG.warn("Settings that were only tried could not be removed", e);
        }
    }

    /** An update without a change makes the component runtime deactivate the old object and make a new one. */
    @Override
    public boolean renew(String pid) {
        try {
            var found = configurations.listConfigurations("(service.pid=" + pid + ")");
            if (found == null || pid.isEmpty()) {
                return false;
            }
            found[0].update(found[0].getProperties());
            return true;
        } catch (IOException | InvalidSyntaxException e) {
            LOG.warn("The configuration {} could not be renewed", pid, e);
            return false;
        }
    }

    /**
     * The check is a service of the driver's own bundle, so it goes with it, and whoever looks whether the bundle is well
     * finds it there.
     */
    @Override
    public Runnable check(long bundle, String name, HealthCheck check) {
        var owner = context.getBundle(bundle);
        var of = owner == null ? null : owner.getBundleContext();
        if (of == null) {
            return () -> {};
        }
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(HealthCheck.NAME, name);
        properties.put(HealthCheck.TAGS, new String[] {"sensors", "driver"});
        try {
            var registration = of.registerService(HealthCheck.class, check, properties);
            return () -> unregister(registration::unregister, name);
        } catch (IllegalStateException e) {
            LOG.debug("{} is about to be stopped and gets no health check", name, e);
            return () -> {};
        }
    }

    private static void unregister(Runnable unregister, String name) {
        try {
            unregister.run();
        } catch (IllegalStateException e) {
            LOG.debug("The health check of {} went with its bundle", name, e);
        }
    }
}
