package de.einsnull.sensors.core.trial;

import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.DriverState;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.driver.DriverContext;
import de.einsnull.sensors.api.driver.Emit;
import de.einsnull.sensors.api.driver.Frame;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Report;
import de.einsnull.sensors.api.driver.StateStore;
import de.einsnull.sensors.api.driver.UndecodableFrameException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What a driver is offered while it is only tried: everything is taken and nothing is kept. */
final class TrialContext implements DriverContext {

    private record Said(DriverState state, DriverCause cause, String detail) {}

    private final String instance;
    private final Clock clock;
    private final AtomicInteger readings = new AtomicInteger();
    private final StateStore memory = new Memory();
    private volatile Said said = new Said(DriverState.ONLINE, DriverCause.NONE, "");

    TrialContext(String instance, Clock clock) {
        this.instance = instance;
        this.clock = clock;
    }

    int readings() {
        return readings.get();
    }

    boolean isOffline() {
        return said.state() == DriverState.OFFLINE;
    }

    DriverCause cause() {
        return said.cause();
    }

    String detail() {
        return said.detail();
    }

    @Override
    public String instance() {
        return instance;
    }

    @Override
    public Emit emit(Report report) {
        readings.addAndGet(report.readings().size());
        return new Emit.Accepted();
    }

    @Override
    public List<Reading> decode(Frame frame) throws UndecodableFrameException {
        throw new UndecodableFrameException(Outcomes.UNKNOWN_DEVICE, "no device is known during a test", null);
    }

    @Override
    public void status(DriverState state, DriverCause cause, String detail) {
        said = new Said(state, cause, detail);
    }

    @Override
    public void count(String outcome, long amount) {
        // Nothing is counted: nothing happened.
    }

    @Override
    public StateStore state() {
        return memory;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    private static final class Memory implements StateStore {

        private final Map<String, String> content = new ConcurrentHashMap<>();

        @Override
        public Optional<String> get(String key) {
            return Optional.ofNullable(content.get(key));
        }

        @Override
        public void put(String key, String value) {
            content.put(key, value);
        }
    }
}
