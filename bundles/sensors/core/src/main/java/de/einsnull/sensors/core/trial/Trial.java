package de.einsnull.sensors.core.trial;

import de.einsnull.sensors.api.ConnectionTest.Result;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.driver.CloseReason;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Listening;
import de.einsnull.sensors.api.driver.Polled;
import de.einsnull.sensors.api.driver.SensorDriver;
import de.einsnull.sensors.core.lane.Lane;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One test of a driver: open, ask once if it is asked, close; on a lane that is thrown away. */
final class Trial {

    private static final Logger LOG = LoggerFactory.getLogger(Trial.class);

    private final SensorDriver driver;
    private final TrialContext context;
    private final Stopwatch stopwatch;
    private final Lane lane;

    Trial(SensorDriver driver, TrialContext context, Stopwatch stopwatch) {
        this.driver = driver;
        this.context = context;
        this.stopwatch = stopwatch;
        this.lane = new Lane("sensors-trial");
    }

    Result run() throws InterruptedException {
        try {
            lane.run(() -> driver.open(context), stopwatch.left().dividedBy(2));
            return ask();
        } catch (TimeoutException e) {
            return stopwatch.failed(DriverCause.TIMEOUT, "the driver did not answer in time");
        } catch (ExecutionException e) {
            return failed(e.getCause());
        } finally {
            close();
        }
    }

    private Result ask() throws TimeoutException, ExecutionException, InterruptedException {
        if (driver instanceof Listening listening) {
            lane.call(listening::topicFilters, stopwatch.quarter());
        }
        if (driver instanceof Polled polled) {
            lane.run(polled::poll, stopwatch.left().dividedBy(2));
        }
        if (context.isOffline()) {
            return stopwatch.failed(context.cause(), context.detail());
        }
        return stopwatch.worked(driver instanceof Polled ? context.readings() : -1);
    }

    private Result failed(Throwable thrown) {
        return thrown instanceof DriverException e
                ? stopwatch.failed(e.reason(), String.valueOf(e.getMessage()))
                : stopwatch.failed(DriverCause.FAILURE, "the driver threw " + thrown);
    }

    private void close() throws InterruptedException {
        try {
            lane.run(() -> driver.close(CloseReason.STOPPED), stopwatch.quarter());
        } catch (TimeoutException e) {
            LOG.warn("A driver that was only tried did not close in time");
        } catch (ExecutionException e) {
            LOG.warn("A driver that was only tried failed to close", e.getCause());
        }
        lane.abandon().ifPresent(thread -> LOG.error("The thread {} of a test is left behind", thread.getName()));
    }
}
