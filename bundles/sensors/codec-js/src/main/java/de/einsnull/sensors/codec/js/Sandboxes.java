package de.einsnull.sensors.codec.js;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Sandboxes that wait for the next payload, one of each script; those that waited longest make room. Thread-safe. */
final class Sandboxes implements AutoCloseable {

    private final int most;
    private final Map<Program, Sandbox> idle = new LinkedHashMap<>();
    private boolean closed;

    Sandboxes(int most) {
        this.most = most;
    }

    /** Takes the waiting sandbox of a program. */
    synchronized Optional<Sandbox> take(Program program) {
        return Optional.ofNullable(idle.remove(program));
    }

    /** Gives a sandbox back; one too many is closed. */
    synchronized void give(Program program, Sandbox sandbox) {
        if (closed || !sandbox.isAsNew() || idle.containsKey(program)) {
            sandbox.close();
            return;
        }
        idle.put(program, sandbox);
        if (idle.size() > most) {
            forget(idle.keySet().iterator().next());
        }
    }

    /** Closes what waits for a program that is used no more. */
    synchronized void forget(Program program) {
        take(program).ifPresent(Sandbox::close);
    }

    synchronized int size() {
        return idle.size();
    }

    @Override
    public synchronized void close() {
        closed = true;
        idle.values().forEach(Sandbox::close);
        idle.clear();
    }
}
