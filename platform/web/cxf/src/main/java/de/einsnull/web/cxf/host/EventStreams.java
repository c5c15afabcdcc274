package de.einsnull.web.cxf.host;

import de.einsnull.guard.api.Kind;
import de.einsnull.web.cxf.http.GuardedResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The event streams of one generation of a module: so many and no more, and all end with it. Thread-safe. */
final class EventStreams {

    /** Each holds a connection, and nothing else while nothing is sent. */
    static final int MOST = 500;

    private static final Duration PACE = Duration.ofSeconds(15);
    private static final long TELL_NANOS = Duration.ofSeconds(1).toNanos();

    private final String path;
    private final HostTools tools;
    private final Set<StreamSink> open = ConcurrentHashMap.newKeySet();
    private final Map<Kind, Long> told = new ConcurrentHashMap<>();
    private Runnable endOfBeats;
    private boolean closed;

    EventStreams(String path, HostTools tools) {
        this.path = path;
        this.tools = tools;
    }

    boolean isFull() {
        return open.size() >= MOST;
    }

    int size() {
        return open.size();
    }

    void add(StreamSink stream) {
        open.add(stream);
        synchronized (this) {
            if (!closed) {
                if (endOfBeats == null) {
                    endOfBeats = tools.limits().every(PACE, () -> open.forEach(StreamSink::beat));
                }
                return;
            }
        }
        stream.end();
    }

    void remove(StreamSink stream) {
        open.remove(stream);
    }

    /** Ends the stream of a client that does not keep up. */
    void cut(StreamSink stream) {
        tools.meters().cut(path);
        stream.end();
    }

    /** Tells the guard, of each kind once a second however many streams there are. */
    void report(GuardedResponse response, Kind kind) {
        long now = System.nanoTime();
        var answer = told.compute(kind, (key, at) -> at == null || now - at >= TELL_NANOS ? Long.valueOf(now) : at);
        if (answer == now) {
            tools.strikes().report(response, kind, null);
        }
    }

    /** Ends all streams, also those that come later. */
    void close() {
        synchronized (this) {
            closed = true;
            if (endOfBeats != null) {
                endOfBeats.run();
                endOfBeats = null;
            }
        }
        open.forEach(StreamSink::end);
    }
}
