package de.einsnull.sensors.core.registry;

import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.Observation;
import java.util.Comparator;
import java.util.Optional;

/** A datastream with its newest value. Thread-safe. */
public final class Stream {

    /** Which of two observations of a datastream is the newer. */
    public static final Comparator<Observation> BY_TIME =
            Comparator.comparing(Observation::phenomenonTime).thenComparing(Observation::sequence);

    private volatile Datastream bare;
    private volatile Optional<Observation> last = Optional.empty();

    Stream(Datastream bare) {
        this.bare = bare;
    }

    void describe(Datastream changed) {
        bare = changed;
    }

    /** Takes the observation as last value unless it is older; says whether it did. */
    synchronized boolean offer(Observation observation) {
        boolean newer = last.isEmpty() || BY_TIME.compare(observation, last.get()) > 0;
        if (newer) {
            last = Optional.of(observation);
        }
        return newer;
    }

    /** Takes what the database says, also if it is older or nothing. */
    synchronized void renew(Optional<Observation> newest) {
        last = newest;
    }

    public long id() {
        return bare.id();
    }

    public Optional<Observation> last() {
        return last;
    }

    public Datastream snapshot() {
        var b = bare;
        return new Datastream(
                b.id(),
                b.thing(),
                b.name(),
                b.channel(),
                b.sensor(),
                b.observedProperty(),
                b.open(),
                b.licence(),
                last);
    }
}
