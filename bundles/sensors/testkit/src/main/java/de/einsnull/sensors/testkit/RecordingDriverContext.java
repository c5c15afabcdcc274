package de.einsnull.sensors.testkit;

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
import de.einsnull.testkit.MovableClock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A driver host that remembers what it was given, and answers what the test wants. Safe for use by several threads. */
public final class RecordingDriverContext implements DriverContext {

    private static final Set<DriverState> STATES_OF_DRIVERS =
            EnumSet.of(DriverState.ONLINE, DriverState.DEGRADED, DriverState.OFFLINE);

    private final String instance;
    private final MovableClock clock = MovableClock.at("2026-11-24T12:00:00Z");
    private final MemoryStateStore state = new MemoryStateStore();
    private final List<Report> emitted = new CopyOnWriteArrayList<>();
    private final List<Frame> decoded = new CopyOnWriteArrayList<>();
    private final List<Status> statuses = new CopyOnWriteArrayList<>();
    private final Map<String, Long> counts = new ConcurrentHashMap<>();
    private volatile Emit answer = new Emit.Accepted();
    private volatile Decoder decoder = frame -> {
        throw new UndecodableFrameException(Outcomes.NO_CODEC, "the test gave no decoder", null);
    };

    /**
     * A host.
     *
     * @param instance name of the driver instance
     */
    public RecordingDriverContext(String instance) {
        this.instance = instance;
    }

    /** Stands for the codec of a device's model. */
    @FunctionalInterface
    public interface Decoder {

        /**
         * Decodes.
         *
         * @param frame what the driver handed over
         * @return its readings
         * @throws UndecodableFrameException as a codec or the host would
         */
        List<Reading> decode(Frame frame) throws UndecodableFrameException;
    }

    /**
     * What a driver said about itself.
     *
     * @param state how it is
     * @param cause why
     * @param detail what exactly
     */
    public record Status(DriverState state, DriverCause cause, String detail) {}

    /**
     * Answers every {@link #emit} like this from now on; at first with {@link Emit.Accepted}.
     *
     * @param next the answer
     */
    public void answerWith(Emit next) {
        answer = next;
    }

    /**
     * Decodes like this from now on; at first every frame is refused with {@link Outcomes#NO_CODEC}.
     *
     * @param next for example a codec's {@code codec::decode}
     */
    public void decodeWith(Decoder next) {
        decoder = next;
    }

    /**
     * What was emitted, whatever the answer was.
     *
     * @return reports in order
     */
    public List<Report> emitted() {
        return List.copyOf(emitted);
    }

    /**
     * What was to be decoded.
     *
     * @return frames in order
     */
    public List<Frame> decoded() {
        return List.copyOf(decoded);
    }

    /**
     * What the driver said about itself.
     *
     * @return in order
     */
    public List<Status> statuses() {
        return List.copyOf(statuses);
    }

    /**
     * What the driver counted.
     *
     * @param outcome code
     * @return the sum, 0 if it counted nothing
     */
    public long counted(String outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    @Override
    public String instance() {
        return instance;
    }

    @Override
    public Emit emit(Report report) {
        emitted.add(report);
        return answer;
    }

    @Override
    public List<Reading> decode(Frame frame) throws UndecodableFrameException {
        decoded.add(frame);
        return decoder.decode(frame);
    }

    @Override
    public void status(DriverState reported, DriverCause cause, String detail) {
        if (!STATES_OF_DRIVERS.contains(reported)) {
            throw new IllegalArgumentException("Only the host says " + reported);
        }
        statuses.add(new Status(reported, cause, detail));
    }

    @Override
    public void count(String outcome, long amount) {
        counts.merge(outcome, amount, Long::sum);
    }

    @Override
    public StateStore state() {
        return state;
    }

    /** The clock of the driver: at first 2026-11-24 at noon (UTC); it moves when the test moves it. */
    @Override
    public MovableClock clock() {
        return clock;
    }
}
