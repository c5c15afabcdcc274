package de.einsnull.health.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a module's meters look like to Prometheus. */
class BundleMetricsTest {

    private final MeterRegistry registry = new MeterRegistry();
    private final BundleMetrics metrics = new BundleMetrics(registry, "de.einsnull.parks");

    @Test
    void aCounterGrows() throws IOException {
        metrics.counter("parks.trees", "Trees", "kind", "oak").add(2.5);
        metrics.counter("parks.trees", "Trees", "kind", "oak").increment();
        assertThat(text())
                .isEqualTo(
                        """
                        # HELP einsnull_parks_trees_total Trees
                        # TYPE einsnull_parks_trees_total counter
                        einsnull_parks_trees_total{module="de.einsnull.parks",kind="oak"} 3.5
                        """);
    }

    @Test
    void aCounterNeverShrinks() {
        var counter = metrics.counter("parks.trees", "Trees");
        assertThatThrownBy(() -> counter.add(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> counter.add(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTimerIsAHistogram() throws IOException {
        var timer = metrics.timer("parks.walk", "Walks");
        timer.record(Duration.ofMillis(5));
        timer.record(Duration.ofMillis(700));
        timer.record(Duration.ofMinutes(2));
        assertThat(text())
                .contains("_bucket{module=\"de.einsnull.parks\",le=\"0.0025\"} 0\n")
                .contains("_bucket{module=\"de.einsnull.parks\",le=\"0.005\"} 1\n")
                .contains("_bucket{module=\"de.einsnull.parks\",le=\"1\"} 2\n")
                .contains("_bucket{module=\"de.einsnull.parks\",le=\"+Inf\"} 3\n")
                .contains("einsnull_parks_walk_seconds_sum{module=\"de.einsnull.parks\"} 120.705\n")
                .contains("einsnull_parks_walk_seconds_count{module=\"de.einsnull.parks\"} 3\n");
    }

    /** City IT sees the figures of one module without reading those of all. */
    @Test
    void theMetersOfOneBundleCanBePicked() {
        metrics.counter("parks.trees", "Trees", "kind", "oak").add(2.5);
        metrics.timer("parks.walk", "Walks").record(Duration.ofMillis(500));
        new BundleMetrics(registry, "de.einsnull.lakes")
                .counter("lakes.fish", "Fish")
                .increment();
        assertThat(new RegistryMeters(registry).of("de.einsnull.parks"))
                .containsOnlyKeys(
                        "einsnull_parks_trees_total{module=\"de.einsnull.parks\",kind=\"oak\"}",
                        "einsnull_parks_walk_seconds_count{module=\"de.einsnull.parks\"}",
                        "einsnull_parks_walk_seconds_sum{module=\"de.einsnull.parks\"}")
                .containsValue(2.5)
                .containsValue(0.5);
    }

    /** One broken module must not take everybody's metrics away. */
    @Test
    void aGaugeThatThrowsIsNotANumber() throws IOException {
        metrics.gauge("parks.broken", "Broken", () -> {
            throw new IllegalStateException("gone");
        });
        metrics.gauge("parks.fine", "Fine", () -> 7);
        assertThat(text()).contains("broken{module=\"de.einsnull.parks\"} NaN", "fine{module=\"de.einsnull.parks\"} 7");
    }

    /** A component that starts again registers its gauge again: the old one would show the past. */
    @Test
    void theNewestGaugeCounts() throws IOException {
        metrics.gauge("parks.benches", "Benches", () -> 1);
        metrics.gauge("parks.benches", "Benches", () -> 2);
        assertThat(text()).contains("} 2\n").doesNotContain("} 1\n");
    }

    @Test
    void metersGoWithTheirBundle() throws IOException {
        var other = new BundleMetrics(registry, "de.einsnull.other");
        metrics.counter("parks.trees", "Trees").increment();
        metrics.gauge("parks.benches", "Benches", () -> 1);
        other.counter("parks.trees", "Trees").increment();
        metrics.stop();
        assertThat(text()).contains("de.einsnull.other").doesNotContain("de.einsnull.parks", "benches");
    }

    @Test
    void valuesOfLabelsAreEscaped() throws IOException {
        metrics.gauge("parks.benches", "Two\nlines", () -> 1, "place", "at \"the\" \\ oak\n");
        assertThat(text())
                .contains("# HELP einsnull_parks_benches Two\\nlines", "place=\"at \\\"the\\\" \\\\ oak\\n\"");
    }

    @Test
    void wrongNamesAreRefused() {
        assertThatThrownBy(() -> metrics.counter("Parks Trees", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> metrics.counter("parks.x", "x", "only-name"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> metrics.counter("parks.x", "x", "Bad Name", "v"))
                .isInstanceOf(IllegalArgumentException.class);
        metrics.gauge("parks.y_total".replace('_', '.'), "x", () -> 1);
        assertThatThrownBy(() -> metrics.counter("parks.y", "x")).isInstanceOf(IllegalArgumentException.class);
    }

    /** A sensor id as a label would fill the memory. */
    @Test
    void aBundleHasABoundedNumberOfMeters() throws IOException {
        for (var i = 0; i < 1_500; i++) {
            metrics.counter("parks.trees", "Trees", "id", String.valueOf(i)).increment();
        }
        assertThat(text().lines()
                        .filter(line -> line.startsWith("einsnull_parks"))
                        .count())
                .isEqualTo(1_000);
    }

    private String text() throws IOException {
        var text = new StringBuilder();
        registry.write(new PrometheusText(text));
        return text.toString();
    }
}
