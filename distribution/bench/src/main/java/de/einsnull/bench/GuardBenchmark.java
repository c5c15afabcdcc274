package de.einsnull.bench;

import de.einsnull.bus.api.CityEvent;
import de.einsnull.bus.api.EventSubscriber;
import de.einsnull.bus.artemis.event.SubscriberFence;
import de.einsnull.portal.shell.guard.Lanes;
import de.einsnull.security.api.CurrentRequest;
import de.einsnull.security.api.Identity;
import de.einsnull.sensors.api.driver.Frame;
import de.einsnull.sensors.api.driver.Vector;
import de.einsnull.sensors.codec.dragino.Lse01Codec;
import de.einsnull.sensors.core.codec.CodecFence;
import de.einsnull.web.cxf.host.RequestFence;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What it costs to call a module behind the guard, for each way into one, beside the bare call. In this process, without
 * HTTP, broker and database around it, which would hide the difference.
 */
final class GuardBenchmark implements Benchmark {

    private static final int WARM_UPS = 5;
    private static final int ROUNDS = 9;
    private static final long ROUND_NANOS = Duration.ofMillis(400).toNanos();
    private static final int BETWEEN_LOOKS = 200;
    private static final Duration PAGE_LIMIT = Duration.ofSeconds(10);
    private static final String TYPE = "de.example.bench.v1";

    private final Table table =
            new Table("call", "bare ns", "guarded ns", "the guard ns", "guarded calls a second and thread");

    /** What modules make; kept so that no call is done away with. */
    private long seen;

    /** One call of a module. */
    private interface Call {
        Object run() throws Exception;
    }

    @Override
    public boolean usesDatabase() {
        return false;
    }

    @Override
    public Table measure(Database database) throws Exception {
        subscriber();
        page();
        request();
        codec();
        if (seen == 0) {
            throw new IllegalStateException("Nothing was called");
        }
        return table;
    }

    private void subscriber() throws Exception {
        EventSubscriber module = event -> seen += event.data().length();
        var event = CityEvent.of(URI.create("/bench"), TYPE, "", Instant.EPOCH, "{\"value\":1}");
        var fence = new SubscriberFence();
        compare(
                "bus subscriber",
                () -> {
                    module.onEvent(event);
                    return event;
                },
                () -> {
                    fence.call(module, event);
                    return event;
                });
    }

    private void page() throws Exception {
        Call page = () -> "<p>" + seen + "</p>";
        var lanes = new Lanes(new Nobody());
        try {
            compare("page (on a lane of its own)", page, () -> lanes.start("module", page, page::run)
                    .get(PAGE_LIMIT));
        } finally {
            lanes.stop();
        }
    }

    private void request() throws Exception {
        Call resource = () -> "{\"seen\":" + seen + "}";
        try (var fence = new RequestFence()) {
            compare("REST request (place and time limit)", resource, () -> fence.call(resource::run));
        }
    }

    private void codec() throws Exception {
        var codec = new Lse01Codec();
        var vector = codec.vectors().stream().filter(Vector::valid).findFirst().orElseThrow();
        var frame = new Frame(
                "bench", vector.port(), 1, ByteBuffer.wrap(HexFormat.of().parseHex(vector.hex())), Instant.EPOCH);
        try (var fence = new CodecFence(codec)) {
            compare("codec decode (on a lane of its own)", () -> codec.decode(frame), () -> fence.decode(frame));
        }
    }

    /** Rounds of both in turn, so that a disturbance meets both; the median counts. */
    private void compare(String what, Call bare, Call guarded) throws Exception {
        for (int i = 0; i < WARM_UPS; i++) {
            nanos(bare);
            nanos(guarded);
        }
        var without = new double[ROUNDS];
        var with = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            without[i] = nanos(bare);
            with[i] = nanos(guarded);
        }
        double bareNanos = median(without);
        double guardedNanos = median(with);
        table.row(what, bareNanos, guardedNanos, guardedNanos - bareNanos, Math.round(1e9 / guardedNanos));
    }

    /** Nanoseconds of one call, over one round. */
    private double nanos(Call call) throws Exception {
        long begin = System.nanoTime();
        long calls = 0;
        do {
            for (int i = 0; i < BETWEEN_LOOKS; i++) {
                seen += call.run().hashCode() & 1;
            }
            calls += BETWEEN_LOOKS;
        } while (System.nanoTime() - begin < ROUND_NANOS);
        return (System.nanoTime() - begin) / (double) calls;
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** A request of somebody unknown. */
    private static final class Nobody implements CurrentRequest {

        @Override
        public Identity identity() {
            return Identity.ANONYMOUS;
        }

        @Override
        public String csrfToken() {
            return "";
        }

        @Override
        public String requestId() {
            return "";
        }
    }
}
