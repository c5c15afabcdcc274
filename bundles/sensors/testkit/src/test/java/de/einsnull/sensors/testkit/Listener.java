package de.einsnull.sensors.testkit;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.driver.CloseReason;
import de.einsnull.sensors.api.driver.DriverContext;
import de.einsnull.sensors.api.driver.DriverDescription;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Emit;
import de.einsnull.sensors.api.driver.Listening;
import de.einsnull.sensors.api.driver.RawMessage;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Report;
import de.einsnull.sensors.api.driver.UndecodableFrameException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** A good driver: a number as text on a topic. Tests spoil one method each. */
class Listener implements Listening {

    DriverContext context;
    boolean closed;

    @Override
    public DriverDescription describe() {
        return new DriverDescription("Listener", List.of(Channel.number("t", "Cel", "urn:t")));
    }

    @Override
    public List<String> topicFilters() {
        return List.of("wx/+");
    }

    @Override
    public void open(DriverContext given) {
        context = given;
    }

    @Override
    public void receive(RawMessage message) throws UndecodableFrameException, DriverException {
        var reading =
                new Reading("t", number(new String(message.payload(), StandardCharsets.UTF_8)), "Cel", time(message));
        if (context.emit(new Report("s1", 0, message.receivedAt(), List.of(reading))) instanceof Emit.SlowDown) {
            busy();
        }
    }

    double number(String text) throws UndecodableFrameException {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new UndecodableFrameException(Outcomes.MALFORMED, "not a number", e);
        }
    }

    Instant time(RawMessage message) {
        return message.receivedAt();
    }

    void busy() throws DriverException {
        throw new DriverException(DriverCause.COMMUNICATION, "the platform is busy");
    }

    @Override
    public void close(CloseReason reason) {
        context = null;
    }
}
