package de.einsnull.sensors.core.trial;

import de.einsnull.sensors.api.ConnectionTest;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.driver.SensorDriver;
import de.einsnull.sensors.core.framework.Framework;
import de.einsnull.sensors.core.framework.Surroundings;
import de.einsnull.sensors.core.framework.Surroundings.Proposal;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Tries settings of drivers: a configuration with a mark makes the component runtime create a second object, which the
 * driver host leaves alone and which is opened here, on a lane of its own.
 */
@Component
public final class Trials implements ConnectionTest {

    private static final int AT_ONCE = 2;
    private static final int LOOK_MILLIS = 100;
    private static final Duration USUAL = Duration.ofSeconds(MOST_SECONDS);

    private final Map<String, CompletableFuture<SensorDriver>> awaited = new ConcurrentHashMap<>();
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final Surroundings surroundings;
    private final Clock clock;
    private final Duration most;

    @Activate
    public Trials(@Reference Framework framework) {
        this(framework, Clock.systemUTC(), USUAL);
    }

    Trials(Surroundings surroundings, Clock clock, Duration most) {
        this.surroundings = surroundings;
        this.clock = clock;
        this.most = most;
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            target = "(" + Surroundings.SCRATCH + "=*)")
    void bindDriver(SensorDriver driver, Map<String, Object> properties) {
        var waiting = awaited.get(String.valueOf(properties.get(Surroundings.SCRATCH)));
        if (waiting != null) {
            waiting.complete(driver);
        }
    }

    void unbindDriver(SensorDriver driver, Map<String, Object> properties) {
        awaited.remove(String.valueOf(properties.get(Surroundings.SCRATCH)));
    }

    @Override
    public boolean supports(String factoryPid) {
        return surroundings.isDriver(factoryPid);
    }

    @Override
    public Result test(String factoryPid, Map<String, Object> properties) {
        if (!supports(factoryPid)) {
            throw new IllegalArgumentException("There is no driver with the settings " + factoryPid);
        }
        var stopwatch = new Stopwatch(most);
        boolean turn = false;
        try {
            turn = turns.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
            return turn
                    ? tested(factoryPid, properties, stopwatch)
                    : stopwatch.failed(DriverCause.TIMEOUT, "other tests take too long");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return stopwatch.failed(DriverCause.FAILURE, "interrupted");
        } finally {
            if (turn) {
                turns.release();
            }
        }
    }

    private Result tested(String factoryPid, Map<String, Object> properties, Stopwatch stopwatch)
            throws InterruptedException {
        var id = "test-" + UUID.randomUUID();
        var waiting = new CompletableFuture<SensorDriver>();
        awaited.put(id, waiting);
        try (var proposal = surroundings.propose(factoryPid, marked(properties, id))) {
            try {
                var driver = await(waiting, proposal, stopwatch.quarter());
                return new Trial(driver, new TrialContext(id, clock), stopwatch).run();
            } catch (TimeoutException e) {
                return stopwatch.failed(
                        DriverCause.CONFIGURATION, "the driver does not start with them: " + proposal.trouble());
            } catch (ExecutionException e) {
                return stopwatch.failed(DriverCause.FAILURE, String.valueOf(e.getCause()));
            }
        } catch (IOException e) {
            return stopwatch.failed(DriverCause.FAILURE, "the settings cannot be tried: " + e.getMessage());
        } finally {
            awaited.remove(id);
        }
    }

    private static SensorDriver await(CompletableFuture<SensorDriver> waiting, Proposal proposal, Duration limit)
            throws InterruptedException, ExecutionException, TimeoutException {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                return waiting.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (proposal.hasFailed() || System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }

    /** The settings under the name of the test, without what ties them to a configuration that exists. */
    private static Map<String, Object> marked(Map<String, Object> properties, String id) {
        var marked = new HashMap<>(properties);
        marked.keySet().removeIf(key -> key.startsWith("service.") || key.startsWith("felix.fileinstall."));
        marked.put(SensorDriver.INSTANCE, id);
        marked.put(Surroundings.SCRATCH, id);
        return marked;
    }
}
