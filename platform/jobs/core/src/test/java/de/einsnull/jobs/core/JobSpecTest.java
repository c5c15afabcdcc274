package de.einsnull.jobs.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a partner writes wrong is said to him in words, and never run in another way than he meant. */
class JobSpecTest {

    @Test
    void readsWhatAComponentDeclares() {
        var spec = JobSpec.of(Map.of(
                "einsnull.job.name",
                "parking.cleanup",
                "einsnull.job.cron",
                "30 3 * * *",
                "einsnull.job.timeLimitInS",
                60L,
                "einsnull.job.catchUp",
                true,
                "service.bundleid",
                42L));
        assertThat(spec.limit()).isEqualTo(Duration.ofMinutes(1));
        assertThat(spec.times()).isEqualTo("30 3 * * * Europe/Berlin");
        assertThat(spec.catchUp()).isTrue();
        assertThat(spec.bundleId()).isEqualTo(42);
        assertThat(JobSpec.of(Map.of("einsnull.job.name", "a", "einsnull.job.intervalInS", "5"))
                        .schedule())
                .isEqualTo(new Schedule.Interval(Duration.ofSeconds(5)));
    }

    @Test
    void refusesWhatIsMissingOrMakesNoSense() {
        refused("name", Map.of());
        refused("name", Map.of("einsnull.job.name", "Not A Name", "einsnull.job.intervalInS", 5));
        refused("exactly one", Map.of("einsnull.job.name", "a"));
        refused(
                "exactly one",
                Map.of("einsnull.job.name", "a", "einsnull.job.intervalInS", 5, "einsnull.job.cron", "* * * * *"));
        refused(
                "zone",
                Map.of("einsnull.job.name", "a", "einsnull.job.cron", "* * * * *", "einsnull.job.zone", "Oelde"));
        refused(
                "timeLimitInS",
                Map.of("einsnull.job.name", "a", "einsnull.job.intervalInS", 5, "einsnull.job.timeLimitInS", 0));
    }

    private static void refused(String word, Map<String, Object> properties) {
        assertThatThrownBy(() -> JobSpec.of(properties))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(word);
    }
}
