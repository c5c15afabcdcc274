package de.einsnull.sensors.core.host;

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
import de.einsnull.sensors.core.store.DriverStates;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What one instance is offered. */
final class Context implements DriverContext {

    private static final Set<DriverState> STATES_OF_DRIVERS =
            Set.of(DriverState.ONLINE, DriverState.DEGRADED, DriverState.OFFLINE);
    private static final int MAX_CODES = 64;
    private static final String CODE = "[a-z0-9-]{1,64}";

    private final String instance;
    private final Services services;
    private final KnownChannels channels;
    private final Emitter emitter;
    private final Health health;
    private final StateStore states;
    private final Set<String> codes = ConcurrentHashMap.newKeySet();

    Context(String instance, Services services, KnownChannels channels, Emitter emitter, Health health) {
        this.instance = instance;
        this.services = services;
        this.channels = channels;
        this.emitter = emitter;
        this.health = health;
        this.states = new DriverStates(services.database(), instance);
    }

    @Override
    public String instance() {
        return instance;
    }

    @Override
    public Emit emit(Report report) {
        return emitter.emit(report);
    }

    @Override
    public List<Reading> decode(Frame frame) throws UndecodableFrameException {
        var entry = channels.device(frame.device());
        if (entry.isEmpty()) {
            var refusal = channels.unknown(frame.device());
            throw new UndecodableFrameException(refusal.outcome(), refusal.detail(), null);
        }
        var model = entry.get().registration().model();
        if (model.isEmpty()) {
            throw new UndecodableFrameException(
                    Outcomes.NO_CODEC, "device '" + frame.device() + "' is registered without a model", null);
        }
        return services.codecs().decode(model, frame);
    }

    @Override
    public void status(DriverState state, DriverCause cause, String detail) {
        if (!STATES_OF_DRIVERS.contains(state)) {
            throw new IllegalArgumentException("Only the host says " + state);
        }
        health.report(state, cause, detail);
    }

    @Override
    public void count(String outcome, long amount) {
        if (!outcome.matches(CODE) || (!codes.contains(outcome) && codes.size() >= MAX_CODES)) {
            throw new IllegalArgumentException("Not a code, or more than " + MAX_CODES + " of them: " + outcome);
        }
        codes.add(outcome);
        services.tally().count(instance, outcome, amount);
    }

    @Override
    public StateStore state() {
        return states;
    }

    @Override
    public Clock clock() {
        return services.clock();
    }
}
