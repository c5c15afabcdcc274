package de.einsnull.bench;

import de.einsnull.testkit.city.Waits;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * A constant load of GET requests on a server of this machine, bounded in rate and time.
 *
 * <p>Open loop: requests start when they are due, whether or not earlier ones were answered, and each latency counts from
 * the moment the request was due, so that a server that pauses is not flattered (no coordinated omission).
 */
final class HttpLoad implements AutoCloseable {

    private static final int MAX_RATE = 2_000;
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Histogram micros = new ConcurrentHistogram(TimeUnit.SECONDS.toMicros(60), 3);
    private final ConcurrentMap<String, AtomicInteger> outcomes = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger next = new AtomicInteger();
    private final List<URI> targets;

    /**
     * Starts at once.
     *
     * @param targets addresses asked in turn; loopback only
     * @param perSecond requests a second, at most {@value #MAX_RATE}
     */
    HttpLoad(List<URI> targets, int perSecond) {
        if (perSecond < 1 || perSecond > MAX_RATE) {
            throw new IllegalArgumentException("1 to " + MAX_RATE + " requests a second, not " + perSecond);
        }
        targets.forEach(Loopback::require);
        this.targets = List.copyOf(targets);
        var period = TimeUnit.SECONDS.toNanos(1) / perSecond;
        var first = System.nanoTime() + period;
        var due = new AtomicInteger();
        var unused = clock.scheduleAtFixedRate(
                () -> fire(first + due.getAndIncrement() * period), period, period, TimeUnit.NANOSECONDS);
    }

    private void fire(long dueNanos) {
        var target = targets.get(Math.floorMod(next.getAndIncrement(), targets.size()));
        open.incrementAndGet();
        var request = HttpRequest.newBuilder(target).timeout(REQUEST_TIMEOUT).build();
        var unused = client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .whenComplete((response, failure) -> finished(dueNanos, target, response, failure));
    }

    private void finished(long dueNanos, URI target, HttpResponse<byte[]> response, Throwable failure) {
        micros.recordValue(
                Math.max(0, Math.min((System.nanoTime() - dueNanos) / 1_000, micros.getHighestTrackableValue())));
        var outcome = failure != null ? failure.getClass().getSimpleName() : String.valueOf(response.statusCode());
        var key = "200".equals(outcome) ? outcome : outcome + " " + target.getPath();
        outcomes.computeIfAbsent(key, name -> new AtomicInteger()).incrementAndGet();
        open.decrementAndGet();
    }

    /**
     * Ends the load and waits for the answers under way.
     *
     * @return what was measured
     * @throws InterruptedException when the calling thread is interrupted
     */
    Result stop() throws InterruptedException {
        clock.shutdown();
        Waits.until("open requests are answered", REQUEST_TIMEOUT.plusSeconds(5), () -> open.get() == 0);
        return new Result(
                micros.copy(),
                outcomes.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                        .get())));
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /**
     * What a load measured.
     *
     * @param micros latencies in microseconds
     * @param outcomes number of answers by status (and path where it is not 200) or exception
     */
    record Result(Histogram micros, Map<String, Integer> outcomes) {

        int requests() {
            return outcomes.values().stream().mapToInt(Integer::intValue).sum();
        }

        int failed() {
            return requests() - outcomes.getOrDefault("200", 0);
        }

        /** Answers that were not 200, by status and path. */
        Map<String, Integer> failures() {
            var failures = new TreeMap<>(outcomes);
            failures.remove("200");
            return failures;
        }

        double millisAt(double percentile) {
            return micros.getValueAtPercentile(percentile) / 1_000.0;
        }
    }

    /**
     * Asks once.
     *
     * @param target address on this machine
     * @return the answer
     * @throws IOException when there is none
     * @throws InterruptedException when the calling thread is interrupted
     */
    HttpResponse<byte[]> once(URI target) throws IOException, InterruptedException {
        Loopback.require(target);
        return client.send(
                HttpRequest.newBuilder(target).timeout(REQUEST_TIMEOUT).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }
}
