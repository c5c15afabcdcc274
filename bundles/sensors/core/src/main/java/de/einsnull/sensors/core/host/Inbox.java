package de.einsnull.sensors.core.host;

import de.einsnull.security.api.AuditTrail;
import de.einsnull.sensors.api.DiscoveryInbox;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.DriverInstances.Status;
import de.einsnull.sensors.api.driver.Candidate;
import de.einsnull.sensors.api.driver.Discovering;
import de.einsnull.sensors.api.driver.Limits;
import de.einsnull.sensors.core.ingest.Timers;
import de.einsnull.sensors.core.registry.Registry;
import de.einsnull.sensors.core.store.Finds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What drivers heard and found, and what city IT wants to do with it. */
@Component
public final class Inbox implements DiscoveryInbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final Set<String> scanning = ConcurrentHashMap.newKeySet();
    private final DriverHost host;
    private final Registry registry;
    private final AuditTrail audit;

    @Activate
    public Inbox(@Reference DriverHost host, @Reference Registry registry, @Reference AuditTrail audit) {
        this.host = host;
        this.registry = registry;
        this.audit = audit;
    }

    @Override
    public List<Find> finds(boolean ignored, int limit) {
        host.services().tally().flush();
        return host.services().database().call("list what was found", c -> Finds.list(c, ignored, limit));
    }

    @Override
    public boolean ignore(String instance, String externalId, boolean ignored, String actor) {
        boolean there = registry.ignore(instance, externalId, ignored);
        audit.record(actor, ignored ? "device.ignored" : "device.wanted", instance + "/" + externalId, there);
        return there;
    }

    @Override
    public List<String> scanners() {
        return host.instances().stream()
                .map(Status::instance)
                .filter(name -> host.instance(name).filter(Inbox::canScan).isPresent())
                .toList();
    }

    private static boolean canScan(Instance instance) {
        return instance.driver() instanceof Discovering && instance.health().isOpen();
    }

    @Override
    public boolean scan(String instance) {
        var able = host.instance(instance).filter(Inbox::canScan);
        if (able.isEmpty() || !scanning.add(instance)) {
            return false;
        }
        host.services().blocking().execute(() -> {
            try {
                Timers.safely(() -> scan(able.get(), (Discovering) able.get().driver()));
            } finally {
                scanning.remove(instance);
            }
        });
        return true;
    }

    private void scan(Instance instance, Discovering driver) {
        Map<String, Candidate> found = new LinkedHashMap<>();
        try {
            instance.call(
                    () -> {
                        driver.scan(candidate -> note(found, candidate));
                        return true;
                    },
                    instance.services().times().scan());
        } catch (TimeoutException e) {
            instance.life().giveUp(DriverCause.TIMEOUT, "scan did not return in time", false);
        } catch (ExecutionException e) {
            LOG.warn("Driver instance {} could not look for devices", instance.name(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        keep(instance, found);
    }

    private static void note(Map<String, Candidate> found, Candidate candidate) {
        synchronized (found) {
            if (found.size() < Limits.CANDIDATES) {
                found.putIfAbsent(candidate.device(), candidate);
            }
        }
    }

    private void keep(Instance instance, Map<String, Candidate> found) {
        List<Candidate> unknown;
        synchronized (found) {
            unknown = found.values().stream()
                    .filter(c -> registry.find(instance.name(), c.device()).isEmpty())
                    .toList();
        }
        var now = instance.services().clock().instant();
        instance.services().database().call("keep what was found", c -> {
            Finds.add(c, instance.name(), unknown, now);
            return true;
        });
        LOG.info("Driver instance {} found {} devices that are not registered", instance.name(), unknown.size());
    }
}
