package de.einsnull.sensors.testkit;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.driver.CloseReason;
import de.einsnull.sensors.api.driver.DriverContext;
import de.einsnull.sensors.api.driver.DriverDescription;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Polled;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Report;
import java.io.IOException;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** A good driver: asks a device for a number. Tests spoil one method each. */
class Poller implements Polled {

    private static final int MILLIS = 500;

    private final URI address;
    private DriverContext context;

    Poller(URI address) {
        this.address = address;
    }

    @Override
    public DriverDescription describe() {
        return new DriverDescription("Poller", List.of(Channel.number("t", "Cel", "urn:t")));
    }

    @Override
    public Duration interval() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void open(DriverContext given) {
        context = given;
    }

    @Override
    public void poll() throws DriverException {
        var now = context.clock().instant();
        context.emit(new Report("s1", 0, now, List.of(new Reading("t", ask(), "Cel", now))));
    }

    private double ask() throws DriverException {
        try {
            return Double.parseDouble(answer());
        } catch (IOException e) {
            throw away(e);
        } catch (NumberFormatException e) {
            throw new DriverException(DriverCause.PROTOCOL, "the answer is not a number", e);
        }
    }

    private String answer() throws IOException {
        URLConnection connection = address.toURL().openConnection();
        connection.setConnectTimeout(MILLIS);
        connection.setReadTimeout(MILLIS);
        try (var in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    DriverException away(IOException cause) {
        return new DriverException(DriverCause.COMMUNICATION, "no answer", cause);
    }

    @Override
    public void close(CloseReason reason) {
        context = null;
    }
}
