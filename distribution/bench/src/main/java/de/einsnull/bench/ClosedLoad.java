package de.einsnull.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** A few clients that each send a request, wait for its answer, and send the next: what a server can do at most. */
final class ClosedLoad {

    private static final int MOST_CLIENTS = 16;
    private static final int MOST_SECONDS = 60;
    private static final long LONGEST_MICROS = TimeUnit.SECONDS.toMicros(60);

    /** Requests in turn; null when there are no more. Called by all clients. */
    @FunctionalInterface
    interface Requests {
        /** The next one. */
        byte[] next();
    }

    /**
     * What a load measured.
     *
     * @param micros latencies in microseconds
     * @param failures number of answers that were not 2xx by what they were
     * @param seconds how long it took
     */
    record Result(Histogram micros, String failures, double seconds) {

        double perSecond() {
            return micros.getTotalCount() / seconds;
        }

        double millisAt(double percentile) {
            return micros.getValueAtPercentile(percentile) / 1_000.0;
        }
    }

    private final URI server;
    private final ConcurrentHistogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final ConcurrentHashMap<String, AtomicInteger> failures = new ConcurrentHashMap<>();

    private ClosedLoad(URI server) {
        this.server = server;
    }

    /**
     * Runs a load.
     *
     * @param server address on this machine
     * @param clients how many at once, at most {@value #MOST_CLIENTS}
     * @param seconds when no more requests begin, at most {@value #MOST_SECONDS}
     * @param requests what they send
     * @return what was measured
     * @throws Exception if a connection broke
     */
    static Result run(URI server, int clients, int seconds, Requests requests) throws Exception {
        if (clients > MOST_CLIENTS || seconds > MOST_SECONDS) {
            throw new IllegalArgumentException(clients + " clients for " + seconds + " s are too many");
        }
        var load = new ClosedLoad(server);
        var threads = Executors.newFixedThreadPool(clients);
        try {
            long begin = System.nanoTime();
            long end = begin + TimeUnit.SECONDS.toNanos(seconds);
            var running = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < clients; i++) {
                running.add(threads.submit((Callable<Boolean>) () -> load.client(requests, end)));
            }
            for (var client : running) {
                client.get();
            }
            return new Result(load.micros, load.failures.toString(), (System.nanoTime() - begin) / 1e9);
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean client(Requests requests, long end) throws IOException {
        try (var wire = new Wire(server)) {
            for (var request = requests.next(); request != null && System.nanoTime() < end; request = requests.next()) {
                long begin = System.nanoTime();
                var reply = wire.send(request);
                micros.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - begin) / 1_000));
                if (reply.status() / 100 != 2) {
                    failures.computeIfAbsent(String.valueOf(reply.status()), s -> new AtomicInteger())
                            .incrementAndGet();
                }
            }
        }
        return true;
    }
}
