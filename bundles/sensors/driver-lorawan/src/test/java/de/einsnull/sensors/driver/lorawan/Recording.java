package de.einsnull.sensors.driver.lorawan;

import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.DriverState;
import de.einsnull.sensors.api.driver.DriverContext;
import de.einsnull.sensors.api.driver.Emit;
import de.einsnull.sensors.api.driver.Frame;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Report;
import de.einsnull.sensors.api.driver.StateStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** A host that remembers what it was given. */
final class Recording implements DriverContext {

    final List<Frame> decoded = new ArrayList<>();
    final List<Report> emitted = new ArrayList<>();
    Emit answer = new Emit.Accepted();

    @Override
    public String instance() {
        return "lora";
    }

    @Override
    public Emit emit(Report report) {
        emitted.add(report);
        return answer;
    }

    @Override
    public List<Reading> decode(Frame frame) {
        decoded.add(frame);
        return frame.port() == 0 ? List.of() : List.of(new Reading("occupied", true, frame.receivedAt()));
    }

    @Override
    public void status(DriverState state, DriverCause cause, String detail) {}

    @Override
    public void count(String outcome, long amount) {}

    @Override
    public StateStore state() {
        throw new AssertionError("not used");
    }

    @Override
    public Clock clock() {
        return Clock.systemUTC();
    }
}
