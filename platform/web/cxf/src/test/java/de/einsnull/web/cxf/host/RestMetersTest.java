package de.einsnull.web.cxf.host;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.testkit.FakeMetrics;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Operators see how each module does, and a module's requests are served whether anybody counts or not. */
class RestMetersTest {

    private final RestMeters meters = new RestMeters();

    @Test
    void requestsAreTimedByModuleAndOutcome() {
        var metrics = new FakeMetrics();
        meters.set(metrics);
        meters.record("/api/a", 200, Duration.ofMillis(5));
        meters.record("/api/a", 204, Duration.ofMillis(6));
        meters.record("/api/a", 503, Duration.ofMillis(7));
        meters.record("/api/b", 404, Duration.ofMillis(8));
        assertThat(metrics.timed("rest.requests path /api/a outcome 2xx"))
                .containsExactly(Duration.ofMillis(5), Duration.ofMillis(6));
        assertThat(metrics.timed("rest.requests path /api/a outcome 5xx")).hasSize(1);
        assertThat(metrics.timed("rest.requests path /api/b outcome 4xx")).hasSize(1);
    }

    @Test
    void streamsThatAreCutAreCountedByModule() {
        var metrics = new FakeMetrics();
        meters.set(metrics);
        meters.cut("/api/a");
        meters.cut("/api/a");
        assertThat(metrics.counted("rest.streams.cut path /api/a")).isEqualTo(2);
    }

    /** The metrics service may be renewed while requests are served. */
    @Test
    void oldMetersAreNotUsedAfterTheirServiceHasGone() {
        var old = new FakeMetrics();
        var fresh = new FakeMetrics();
        meters.set(old);
        meters.record("/api/a", 200, Duration.ofMillis(1));
        meters.set(fresh);
        meters.unset(old);
        meters.record("/api/a", 200, Duration.ofMillis(2));
        assertThat(old.timed("rest.requests path /api/a outcome 2xx")).hasSize(1);
        assertThat(fresh.timed("rest.requests path /api/a outcome 2xx")).containsExactly(Duration.ofMillis(2));
        meters.unset(fresh);
        meters.record("/api/a", 200, Duration.ofMillis(3));
        meters.cut("/api/a");
        assertThat(fresh.timed("rest.requests path /api/a outcome 2xx")).hasSize(1);
    }
}
