package de.einsnull.sensors.core.framework;

import de.einsnull.sensors.api.driver.CloseReason;
import de.einsnull.sensors.api.driver.DriverContext;
import de.einsnull.sensors.api.driver.DriverDescription;
import de.einsnull.sensors.api.driver.Polled;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The driver of a partner, put into a bundle of its own; needs the contracts only. */
public final class StationDriver implements Polled {

    private DriverContext context;

    public StationDriver(Map<String, Object> settings) {
        if (!"wx.example".equals(settings.get("host"))) {
            throw new IllegalArgumentException("no such host: " + settings.get("host"));
        }
    }

    @Override
    public DriverDescription describe() {
        return new DriverDescription("Station", List.of());
    }

    @Override
    public Duration interval() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void open(DriverContext given) {
        context = given;
    }

    @Override
    public void poll() {
        context.emit(new Report("d", 1, Instant.EPOCH, List.of(new Reading("n", 1, "1", Instant.EPOCH))));
    }

    @Override
    public void close(CloseReason reason) {
        context = null;
    }
}
